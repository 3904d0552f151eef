/**
 * The embedded API server in its own process, so that its work is not measured. Writes a kubeconfig to
 * the given file, prints that it serves, and runs until it is terminated.
 *
 *   node bench/demo-server.ts KUBECONFIG [SCENARIO]
 */
import { writeFile } from 'node:fs/promises';
import { loadScenario } from '#demo/scenarios.ts';
import { startServer } from '#demo/server.ts';

const [file, scenario = '01-healthy'] = process.argv.slice(2);
if (file === undefined) {
  console.error('Name the file for the kubeconfig.');
  process.exit(64);
}
const server = await startServer({ scenario: await loadScenario(scenario) });
await writeFile(file, server.kubeconfig());
console.log(server.url);

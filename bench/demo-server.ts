/**
 * The embedded API server as a process of its own, so that its work is nobody else's. Writes a kubeconfig for it into
 * the file named, says so on standard output, and serves until it is ended.
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

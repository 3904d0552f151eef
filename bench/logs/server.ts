/**
 * The embedded API server in its own process, so that its work is not measured. The controller of its cluster has the
 * log in the file. Writes a kubeconfig, says where it serves, and serves until it is ended.
 *
 *   node bench/logs/server.ts FILE KUBECONFIG
 */
import { closeSync, openSync, readSync, writeFileSync } from 'node:fs';
import { loadScenario } from '#demo/scenarios.ts';
import { startServer } from '#demo/server.ts';

export interface Serving {
  readonly url: string;
  readonly pod: string;
}

const [file = '', kubeconfig = ''] = process.argv.slice(2);
const server = await startServer({ scenario: await loadScenario('01-healthy') });
const controller = server.store
  .list('pods')
  .find(({ metadata }) => metadata.labels?.['app'] === 'osm-controller');
const pod = controller?.metadata.name ?? '';
server.store.setLog('osm-system', pod, 'osm-controller', { blocks: blocksOf(file) });
writeFileSync(kubeconfig, server.kubeconfig());
process.stdout.write(`${JSON.stringify({ url: server.url, pod } satisfies Serving)}\n`);

/** The file in blocks that end with a line end. */
function blocksOf(name: string): readonly Buffer[] {
  const handle = openSync(name, 'r');
  const blocks: Buffer[] = [];
  for (let position = 0; ;) {
    const block = Buffer.allocUnsafe(4 * 1024 * 1024);
    const read = readSync(handle, block, 0, block.length, position);
    const end = block.subarray(0, read).lastIndexOf(0x0a) + 1;
    if (end === 0) break;
    blocks.push(block.subarray(0, end));
    position += end;
  }
  closeSync(handle);
  return blocks;
}

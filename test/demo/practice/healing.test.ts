import { describe, expect, test } from 'vitest';
import { whyNoKubectl } from '../../support/kubectl.ts';
import { eachLeftOut, statusAfter } from '../../support/practice.ts';
import type { PrintedCommand } from '../../support/practice.ts';

const whyNot = whyNoKubectl();
if (whyNot) console.warn(`test/demo/practice/healing.test.ts is skipped: ${whyNot}`);

const kubectl = (line: string): PrintedCommand => ({ argv: ['kubectl', ...line.split(' ')], changes: [] });
const fix = (line: string): PrintedCommand => ({ ...kubectl(line), changes: [line] });
const SYSTEM = '-n osm-system';
const restart = (...names: readonly string[]): PrintedCommand =>
  fix(`${SYSTEM} rollout restart ${names.map((name) => `deployment/${name}`).join(' ')}`);
const rollout = (name: string): PrintedCommand =>
  kubectl(`${SYSTEM} rollout status deployment/${name} --timeout=10s`);

/** What mends each scenario, by hand. */
const CASES: readonly (readonly [name: string, commands: readonly PrintedCommand[]])[] = [
  [
    '02-two-meshes',
    [
      fix('label namespace osm-system openservicemesh.io/monitored-by-'),
      restart('osm-bootstrap', 'osm-controller', 'osm-injector'),
      rollout('osm-controller'),
    ],
  ],
  [
    '04b-image-pull',
    [
      fix(`${SYSTEM} set image deployment/osm-controller osm-controller=flomesh/osm-edge-controller:1.3.9`),
      rollout('osm-controller'),
    ],
  ],
  [
    '06b-crashloop-fatal',
    [
      fix(`${SYSTEM} delete secret osm-ca-bundle`),
      restart('osm-bootstrap', 'osm-controller', 'osm-injector'),
      rollout('osm-controller'),
    ],
  ],
  ['r8-own-webhook', [fix('label namespace osm-system openservicemesh.io/monitored-by-')]],
];

describe.skipIf(whyNot).each(CASES)('%s', (name, commands) => {
  test('is healthy after the right commands', async () => {
    expect(await statusAfter(name, commands)).toBe(0);
  }, 60_000);

  test.each(eachLeftOut(commands))(
    'stays ill without: $without',
    async (left) => {
      expect(await statusAfter(name, left.commands)).not.toBe(0);
    },
    60_000,
  );
});

import { execFileSync } from 'node:child_process';
import * as fc from 'fast-check';
import { expect, test } from 'vitest';
import { clusterLine, commandLine, remedyLine, shellLine } from '#presentation/shell.ts';

test('plain words stay plain, others are quoted', () => {
  expect(shellLine(['kubectl', 'get', 'pods', '-o', "jsonpath={.items[0]['x y']}"])).toBe(
    `kubectl get pods -o 'jsonpath={.items[0]['"'"'x y'"'"']}'`,
  );
});

test('a line holds no control character, whatever the arguments', () => {
  const argument = fc.oneof(fc.string({ unit: 'binary' }), fc.constantFrom('a\nb', '\u001B[2J', '\u202E'));
  fc.assert(fc.property(fc.array(argument), (argv) => !/[\p{Cc}\p{Cf}]/u.test(shellLine(argv))));
});

test('bash reads back what was quoted', () => {
  const argv = ["it's", 'a\nb', String.raw`back\slash`, '$HOME', '', '*', 'é メッシュ', "x\u0007'\\"];
  const line = `printf '%s\\0' ${shellLine(argv)}`;
  const read = execFileSync('bash', ['-c', line], { encoding: 'utf8' }).split('\0').slice(0, -1);
  expect(read).toEqual(argv);
});

test('a command without a context gets that of the run, if it can take one', () => {
  const run = { source: { kind: 'live', context: 'prod', kubeconfig: '/k' } } as const;
  expect(clusterLine(['kubectl', 'get', 'ns'], run)).toBe('kubectl --kubeconfig /k --context prod get ns');
  expect(clusterLine(['kubectl', '--context', 'x', 'get', 'ns'], run)).toBe('kubectl --context x get ns');
  expect(clusterLine(['osm', 'mesh', 'list'], run)).toBe('osm mesh list');
});

test('a command of the demo says so, also behind a pipe', () => {
  const demo = { source: { kind: 'demo' } } as const;
  expect(commandLine(['osm', 'mesh', 'list'], demo)).toBe('osm mesh list  # DEMO');
  expect(remedyLine({ argv: ['a'], pipe: ['b', 'c d'] }, demo)).toBe("a | b 'c d'  # DEMO");
  expect(commandLine(['osm', 'mesh', 'list'], { source: { kind: 'live' } })).toBe('osm mesh list');
});

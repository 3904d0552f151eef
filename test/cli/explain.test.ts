import { expect, test } from 'vitest';
import { explain, type ExplainOptions } from '../../src/cli/explain.ts';
import { suggest } from '../../src/cli/suggest.ts';

/** Runs the command on a process that only collects what is written. */
async function ran(word: string, options: Partial<ExplainOptions> = {}) {
  let stdout = '';
  let stderr = '';
  const process = {
    env: {},
    stdout: { write: (text: string) => (stdout += text) },
    stderr: { write: (text: string) => (stderr += text) },
  } as unknown as NodeJS.Process;
  const status = await explain(word, { flavour: 'osm-edge', meshVersion: '', ...options }, process);
  return { status, stdout, stderr };
}

test('a finding is found by its id and by its code, in any case', async () => {
  const { status, stdout } = await ran('OED101');
  expect(status).toBe(0);
  expect(stdout).toContain('OED101 stray-sidecar (finding)');
  expect((await ran('stray-sidecar')).stdout).toBe(stdout);
  expect((await ran('oed101')).stdout).toBe(stdout);
});

test('a code that a finding and a cause share shows both', async () => {
  const { stdout } = await ran('out-of-memory');
  expect(stdout).toContain('OED212 out-of-memory (finding)');
  expect(stdout).toContain('OED518 out-of-memory (cause)');
});

test('an error code of the mesh follows the release', async () => {
  expect((await ran('E1005', { meshVersion: '1.2' })).stdout).toContain('E1005 ErrStartingReconciler');
  expect((await ran('e1005')).stdout).toContain('E1005 ErrStartingIngressClient');
  expect((await ran('E1005', { flavour: 'fsm', meshVersion: '1.5.1' })).stdout).toContain(
    'ErrFetchingConsulService',
  );
});

test('Japanese is spoken when asked', async () => {
  expect((await ran('OED501', { lang: 'ja' })).stdout).toContain('必須の検出結果');
});

test('the ASCII form has no other signs', async () => {
  expect((await ran('OED212', { ascii: true })).stdout).toMatch(/^[\n\x20-\x7e]*$/);
});

test('an unknown code ends with 64, and near ones are named', async () => {
  const { status, stdout, stderr } = await ran('stray-sidcar');
  expect(status).toBe(64);
  expect(stdout).toBe('');
  expect(stderr).toContain('"stray-sidcar" is not the code');
  expect(stderr).toContain('stray-sidecar');
  expect((await ran('xyzzy-plugh')).stderr).not.toContain('Did you mean');
});

test('an unknown code is told in the asked language', async () => {
  expect((await ran('OED999', { lang: 'ja' })).stderr).toContain('のコードでもありません');
});

test('the suggest words come first', () => {
  expect(suggest('go-panik', ['log-fatal', 'go-panic', 'recovered-panic'])).toEqual(['go-panic']);
  expect(suggest('sidecar', ['stray-sidecar', 'crash-loop'])).toEqual(['stray-sidecar']);
});

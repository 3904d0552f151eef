import { readFileSync } from 'node:fs';
import { gunzipSync } from 'node:zlib';
import { describe, expect, test } from 'vitest';
import { scan } from './scan.ts';

const folder = new URL('../fixtures/logs/', import.meta.url);

function recorded(name: string) {
  const bytes = readFileSync(new URL(name, folder));
  return scan(name.endsWith('.gz') ? gunzipSync(bytes) : bytes, { timestamps: true });
}

describe('logs of a real cluster', () => {
  test('the injector: one signature an error code, and its recovered panics', () => {
    const summary = recorded('05-injector-errors.osm-injector.txt.gz');
    const zerolog = summary.signatures.filter((signature) => signature.form === 'zerolog');
    expect(Object.fromEntries(zerolog.map(({ code, count }) => [code, count]))).toEqual({
      E4000: 869,
      E4013: 869,
      E6103: 870,
      E6105: 870,
      E6106: 869,
      E6109: 869,
      E6114: 870,
    });
    expect(zerolog).toHaveLength(7);
    const panics = summary.signatures.filter((signature) => signature.form === 'http-panic');
    expect(panics.map(({ count, level }) => [count, level])).toEqual([[40, 'error']]);
    expect(panics[0]?.first.text).toMatch(
      /^2026.* http: panic serving .*\ngoroutine 21 \[running\]:\n[^]*rcfake\/main\.go:312 \+0xbea$/,
    );
    expect(summary).toMatchObject({
      lines: 7251,
      bytes: 2202847,
      others: 0,
      levels: { info: 605, error: 6126 },
      firstAt: '2026-11-23T09:15:35.537351759Z',
      lastAt: '2026-11-23T09:16:19.080241146Z',
    });
    expect(summary.tail.map((line) => line.number)).toEqual([
      7242, 7243, 7244, 7245, 7246, 7247, 7248, 7249, 7250, 7251,
    ]);
  });

  test('a healthy injector: nothing to report, and it came up', () => {
    const summary = recorded('01-healthy.osm-injector.txt');
    expect(summary.signatures).toEqual([]);
    expect(Object.keys(summary.markers).toSorted()).toEqual(['http-server-starting', 'process-starting']);
  });

  test('killed for its liveness: the sub-probe is named, and it stopped in order', () => {
    const summary = recorded('03-liveness-503.osm-controller.previous.txt');
    expect(
      summary.signatures.map(({ level, component, template, count }) => ({
        level,
        component,
        template,
        count,
      })),
    ).toEqual([
      {
        level: 'warn',
        component: 'health',
        template: 'Liveness probe for osm-proxyserver indicates it is not alive',
        count: 3,
      },
    ]);
    expect(summary.markers['process-stopping']).toMatchObject({
      count: 1,
      firstAt: '2026-11-23T09:03:23.958970137Z',
    });
  });

  test('not ready: one warning, over and over', () => {
    const [signature] = recorded('03b-readiness-503.osm-controller.txt').signatures;
    expect(signature).toMatchObject({ level: 'warn', component: 'health', histogram: { counts: [8] } });
  });

  test('ended by a fatal line: it comes first, the error before it second', () => {
    const { signatures, tail } = recorded('06b-crashloop-fatal.osm-controller.previous.txt');
    expect(signatures.map(({ level, code, error }) => [level, code, error])).toEqual([
      ['fatal', undefined, 'Error fetching certificate manager of kind tresor'],
      ['error', 'E4000', 'secrets "osm-ca-bundle" not found'],
    ]);
    expect(signatures[0]?.first.before).toHaveLength(5);
    expect(tail.at(-1)?.text).toContain('"level":"fatal"');
  });

  test.each(['02-two-meshes.sidecar.txt', '04b-image-pull.osm-pipy-repo.txt'])('Pipy: %s', (name) => {
    expect(recorded(name)).toMatchObject({ lines: 2, levels: { info: 2 }, signatures: [] });
  });
});

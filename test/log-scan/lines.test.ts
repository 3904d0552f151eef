import { describe, expect, test } from 'vitest';
import { createLogScanner } from '#log-scan/scanner.ts';
import { scan, zerolog } from './scan.ts';

const error = zerolog({ level: 'error', message: 'x' });

describe('lines', () => {
  test('examples have the five lines around them, the tail the last ten', () => {
    const around = (from: number, to: number) =>
      Array.from({ length: to - from + 1 }, (_, i) => `line ${from + i}`);
    const { signatures, tail } = scan(
      [...around(1, 20), error, ...around(22, 40), error, 'line 42'].join('\n'),
    );
    const texts = (lines: readonly { text: string }[] | undefined) => lines?.map((line) => line.text);
    expect(signatures[0]).toMatchObject({
      count: 2,
      first: { number: 21, text: error },
      last: { number: 41 },
    });
    expect(texts(signatures[0]?.first.before)).toEqual(around(16, 20));
    expect(texts(signatures[0]?.first.after)).toEqual(around(22, 26));
    expect(texts(signatures[0]?.last.before)).toEqual(around(36, 40));
    expect(texts(signatures[0]?.last.after)).toEqual(['line 42']);
    expect(tail.map((line) => line.number)).toEqual([33, 34, 35, 36, 37, 38, 39, 40, 41, 42]);
  });

  test('a line of many megabytes is kept cut and counted whole', () => {
    const long = zerolog({ level: 'error', error_code: 'E1', message: 'y'.repeat(5_000_000) });
    const scanner = createLogScanner({ timestamps: false });
    const bytes = Buffer.from(`${error}\n${long}\n${error}\n`);
    for (let at = 0; at < bytes.length; at += 65536) scanner.write(bytes.subarray(at, at + 65536));
    const summary = scanner.end();
    expect(summary).toMatchObject({ lines: 3, bytes: bytes.length, oversizedLines: 1, levels: { error: 3 } });
    expect(summary.signatures.map(({ code, count }) => [code, count])).toEqual([
      [undefined, 2],
      ['E1', 1],
    ]);
    expect(JSON.stringify(summary).length).toBeLessThan(60_000);
  });

  test('the summary can be asked for in between, and leaves the unfinished line alone', () => {
    const scanner = createLogScanner({ timestamps: false });
    scanner.write(Buffer.from(`${error}\n${error.slice(0, 20)}`));
    expect(scanner.summary()).toMatchObject({ lines: 1, levels: { error: 1 } });
    expect(scanner.summary()).toEqual(scanner.summary());
    scanner.write(Buffer.from(error.slice(20)));
    expect(scanner.end()).toMatchObject({ lines: 2, levels: { error: 2 } });
    expect(() => scanner.write(new Uint8Array(1))).toThrow('write after end');
  });

  test('a buffer may be reused once it was written', () => {
    const scanner = createLogScanner({ timestamps: false });
    const buffer = Buffer.from(`first\n${error}\nafter\npart`);
    scanner.write(buffer);
    buffer.fill('#');
    expect(scanner.end().signatures[0]?.first).toMatchObject({ text: error, before: [{ text: 'first' }] });
    expect(scanner.end().tail.at(-1)?.text).toBe('part');
  });

  test('an empty log is empty', () => {
    expect(scan('')).toMatchObject({ lines: 0, bytes: 0, tail: [], signatures: [], levels: {} });
  });

  test('time stamps stay as they were sent; without them the records say when', () => {
    const stamped = scan(`2026-11-23T18:15:35.123456789+09:00 ${error}\n2026-11-23T18:15:36Z \n`, {
      timestamps: true,
    });
    expect(stamped).toMatchObject({
      firstAt: '2026-11-23T18:15:35.123456789+09:00',
      lastAt: '2026-11-23T18:15:36Z',
    });
    expect(stamped.signatures[0]?.histogram.startAt).toBe('2026-11-23T09:15:00Z');
    expect(stamped.tail.at(-1)?.text).toBe('');
    expect(scan(`no time\n${error}\n`)).toMatchObject({ firstAt: '2026-11-23T09:15:35Z' });
  });
});

describe('markers', () => {
  test('are found wherever in a line they stand, of the shortest to the longest', () => {
    const markers = ['abc', 'Repo is READY', 'z'.repeat(100)].map((phrase) => ({ id: phrase, phrase }));
    for (let before = 0; before < 100; before++) {
      for (const { phrase } of markers) {
        const lines = ['-'.repeat(before % 7), `${'.'.repeat(before)}${phrase}`, phrase];
        expect(scan(lines.join('\n'), { markers }).markers).toMatchObject({ [phrase]: { count: 2 } });
      }
    }
  });

  test('count lines of any level, once each, with the first and the last', () => {
    const line = (message: string) => zerolog({ level: 'info', message });
    const log = [
      line('Starting osm-controller v1.3.9'),
      line('Waiting for MeshConfig informer cache sync...'),
      line('Repo is not up, sleeping ... Repo is not up, sleeping ...'),
      line('Repo is not up, sleeping ...'),
      zerolog({
        level: 'warn',
        message: 'MeshConfig a/b does not exist. Default config values will be used.',
      }),
    ];
    const { markers } = scan(log.join('\n'));
    expect(
      Object.fromEntries(Object.entries(markers).map(([id, { count, last }]) => [id, [count, last.number]])),
    ).toEqual({
      'process-starting': [1, 1],
      'informers-waiting': [1, 2],
      'repo-not-up': [2, 4],
      'meshconfig-missing': [1, 5],
    });
    expect(markers['repo-not-up']?.firstAt).toBe('2026-11-23T09:15:35Z');
  });
});

import * as fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import type { LogSummary } from '#snapshot/log-summary.ts';
import { createLogScanner, type ScanOptions } from '#log-scan/scanner.ts';
import { scan } from './scan.ts';
import { runs } from '../support/matrix.ts';

interface Piece {
  readonly lines: readonly string[];
  /** The level a reader of the log would give it. */
  readonly level?: string;
}

const name = fc.constantFrom(
  'bookstore',
  'osm-system',
  'osm-controller-7949d9f7fc-4q9wc',
  '10.0.0.1:443',
  'ü😀',
);
const text = fc
  .tuple(fc.constantFrom('Error getting', 'Repo is not up, sleeping', '{"level":"fatal"}'), name, fc.nat(500))
  .map(([verb, what, number]) => `${verb} ${what} (attempt ${number})`);

const zerolog = fc
  .record(
    {
      level: fc.constantFrom('trace', 'debug', 'info', 'warn', 'error', 'fatal', 'panic'),
      component: fc.constantFrom('health', 'sidecar-injector', 'mesh-2'),
      error: text,
      error_code: fc.constantFrom('E4000', 'E4001', '4000', '4001'),
      message: text,
    },
    { requiredKeys: ['level', 'message'] },
  )
  .chain((record) => fc.shuffledSubarray(Object.entries(record), { minLength: Object.keys(record).length }))
  .map((entries): Piece => {
    const record = Object.fromEntries(entries);
    return { lines: [JSON.stringify(record)], level: record['level'] as string };
  });

const klog = fc.tuple(fc.constantFrom('I', 'W', 'E', 'F'), text).map(([letter, message]): Piece => {
  const level = { I: 'info', W: 'warn', E: 'error', F: 'fatal' }[letter];
  return { lines: [`${letter}0409 16:51:18.976848       1 reflector.go:178] ${message}`], level };
});

const stack = ['goroutine 7 [running]:', 'main.main()', '\t/src/main.go:10 +0x1d'];
const piece: fc.Arbitrary<Piece> = fc.oneof(
  { weight: 6, arbitrary: zerolog },
  { weight: 2, arbitrary: klog },
  text.map((message): Piece => ({ lines: [`panic: ${message}`, '', ...stack], level: 'panic' })),
  text.map((message): Piece => ({
    lines: [`http: panic serving 10.0.0.1:80: ${message}`, ...stack],
    level: 'error',
  })),
  text.map((message): Piece => ({
    lines: [`\u001b[90m3:04PM\u001b[0m WRN ${message} component=x`],
    level: 'warn',
  })),
  text.map((message): Piece => ({ lines: [`2026-11-23 08:59:29.181 [ERR] [a] ${message}`], level: 'error' })),
  fc.constantFrom<Piece>({ lines: ['Health OK'] }, { lines: ['plain "level":"error" text'] }),
);
const log = fc.record({
  pieces: fc.array(piece, { maxLength: 40 }),
  stamped: fc.boolean(),
  ended: fc.boolean(),
});

function bytesOf({
  pieces,
  stamped,
  ended,
}: {
  pieces: readonly Piece[];
  stamped: boolean;
  ended: boolean;
}): Buffer {
  const lines = pieces
    .flatMap((each) => each.lines)
    .map((line, i) => (stamped ? `${new Date(1.7e12 + i * 9000).toISOString()} ${line}` : line));
  return Buffer.from(lines.join('\n') + (ended && lines.length > 0 ? '\n' : ''));
}

function scanInChunks(bytes: Buffer, cuts: readonly number[], options: ScanOptions): LogSummary {
  const scanner = createLogScanner(options);
  const places = [0, ...cuts.map((cut) => cut % (bytes.length + 1)), bytes.length].toSorted((a, b) => a - b);
  places.forEach((place, i) => {
    const chunk = Buffer.from(bytes.subarray(place, places[i + 1] ?? bytes.length));
    scanner.write(chunk);
    chunk.fill(0);
  });
  return scanner.end();
}

describe('whatever the log', () => {
  test('any split of the same bytes gives the same summary', () => {
    fc.assert(
      fc.property(
        log,
        fc.array(fc.nat(), { maxLength: 30 }),
        fc.constantFrom(40, 65536),
        (random, cuts, maxLineBytes) => {
          const bytes = bytesOf(random);
          const options = { timestamps: random.stamped, maxLineBytes, maxSignatures: 12 };
          expect(scanInChunks(bytes, cuts, options)).toEqual(scan(bytes, options));
        },
      ),
      runs(60),
    );
  });

  test('byte by byte, too', () => {
    fc.assert(
      fc.property(log, (random) => {
        const bytes = bytesOf(random);
        const options = { timestamps: random.stamped };
        const each = Array.from(bytes, (_, i) => i);
        expect(scanInChunks(bytes, each, options)).toEqual(scan(bytes, options));
      }),
      runs(10),
    );
  });

  test('every record is counted, at its level, in a signature or among the others', () => {
    fc.assert(
      fc.property(log, (random) => {
        const summary = scan(bytesOf(random), { timestamps: random.stamped, maxSignatures: 10 });
        const expected: Record<string, number> = {};
        for (const { level } of random.pieces)
          if (level !== undefined) expected[level] = (expected[level] ?? 0) + 1;
        expect(summary.levels).toEqual(expected);
        const grave = ['warn', 'error', 'fatal', 'panic'].reduce(
          (sum, level) => sum + (expected[level] ?? 0),
          0,
        );
        const grouped = summary.signatures.reduce((sum, { count }) => sum + count, 0);
        expect(grouped + summary.others).toBe(grave);
        expect(new Set(summary.signatures.map(({ key }) => key)).size).toBe(summary.signatures.length);
      }),
      runs(60),
    );
  });

  test('codes are told apart however often their lines come', () => {
    const line = (code: string) => `{"level":"error","error_code":"${code}","message":"x"}\n`;
    const { signatures } = scan(['E1', 'E2', '4000', '4001'].map((code) => line(code).repeat(200)).join(''));
    expect(signatures.map(({ code, count }) => [code, count])).toEqual(
      ['E1', 'E2', '4000', '4001'].map((code) => [code, 200]),
    );
  });

  test('no bytes make it throw, and the summary stays small', () => {
    const token = fc.constantFrom(
      '{"level":"error"',
      '"message":',
      '\n',
      '\r',
      '\u0000',
      '\u001b[31m',
      'panic: ',
      'goroutine 1 [running]:\n',
      'E0101 00:00:00.0 1 a] ',
      '3:04PM ERR ',
      ' a="',
      '}',
      '2026-11-23T09:15:35Z ',
      '<*>',
    );
    const bytes = fc
      .array(
        fc.oneof(
          token.map((part) => Buffer.from(part)),
          fc.uint8Array({ maxLength: 20 }),
        ),
        { maxLength: 200 },
      )
      .map((parts) => Buffer.concat(parts));
    fc.assert(
      fc.property(bytes, fc.boolean(), (fuzz, timestamps) => {
        const summary = scan(Buffer.concat(Array<Buffer>(5).fill(fuzz)), { timestamps, maxSignatures: 5 });
        expect(summary.signatures.length).toBeLessThanOrEqual(5);
        expect(JSON.stringify(summary).length).toBeLessThan(6 * (5 * 2 * (8200 + 10 * 2100) + 30 * 2100));
      }),
      runs(60),
    );
  });
});

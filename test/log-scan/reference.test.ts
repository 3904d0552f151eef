import * as fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { windowBytes } from '#log-scan/kernel/assembly/layout.ts';
import { isLevel } from '#log-scan/level.ts';
import { createLogScanner } from '#log-scan/scanner.ts';
import type { LogSummary } from '#snapshot/log-summary.ts';
import { zerolog } from './scan.ts';
import { runs } from '../support/matrix.ts';

/** What a reader finds who parses each line as JSON. */
function naiveLevels(log: string, isStamped: boolean): LogSummary['levels'] {
  const levels: LogSummary['levels'] = {};
  for (const line of log.split('\n')) {
    const text = isStamped ? line.replace(/^\d{4}-\S+T\S+ /, '') : line;
    const level = levelOf(text);
    if (isLevel(level)) levels[level] = (levels[level] ?? 0) + 1;
  }
  return levels;
}

function levelOf(line: string): unknown {
  try {
    return (JSON.parse(line) as { readonly level?: unknown } | null)?.level;
  } catch {
    return undefined;
  }
}

function scanned(log: string, isStamped: boolean, chunkBytes: number): LogSummary {
  const scanner = createLogScanner({ timestamps: isStamped });
  const bytes = Buffer.from(log);
  for (let at = 0; at < bytes.length; at += chunkBytes) scanner.write(bytes.subarray(at, at + chunkBytes));
  return scanner.end();
}

const level = fc.constantFrom('trace', 'debug', 'info', 'warn', 'error', 'fatal', 'panic', 'other');
const odd = level.chain((name) =>
  fc.constantFrom(
    `{"level":"${name}"}`,
    `{"level":"${name}","message":"x"}`,
    `{ "level" : "${name}" , "message" : "x" }`,
    `{"message":"\\"level\\":\\"fatal\\"","level":"${name}"}`,
    `{"level":"info","level":"${name}"}`,
    `{"level":"info", "level" :"${name}"}`,
    `{"level":"info","l\\u0065vel":"${name}"}`,
    `{"level":"debug","\\u006cevel":"${name}","a":"\\u003c"}`,
    `{"level":"info","detail":{"level":"${name}"}}`,
    `{"level":"info","detail":"{\\"level\\":\\"${name}\\"}"}`,
    `{"level":"${name}","message":"\\u0070anic: no"}`,
    `{"level":"info"}{"level":"${name}"}`,
    `{"level":"${name}","message":"cut`,
    `{"level":"${name}","message":"ü😀 \\u00e9"}`,
    `{"level":"infos","message":"${name}"}`,
    `{"level":{"level":"${name}"}}`,
    ` {"level":"${name}"}`,
    '{"level":"inf',
    '{}',
    '{',
    '',
    'level',
    `"level":"${name}"`,
  ),
);
const usual = fc
  .tuple(level, fc.nat(9), fc.nat(1e6))
  .map(([name, code, n]) =>
    zerolog({ level: name, error_code: `E400${code}`, message: `attempt ${n} of 3` }),
  );
const stamp = fc.constantFrom(
  '2026-11-23T09:15:35.123456789Z ',
  '2026-11-23T09:15:35.12Z ',
  '2026-11-23T09:15:35Z ',
  '2026-11-23T18:15:35.123456789+09:00 ',
  '2026-11-24T09:16:35.123456789Z ',
);
const line = fc.tuple(stamp, fc.oneof(odd, usual), fc.constantFrom('', '', '\r'));

describe('counts are those of a reader who parses every line', () => {
  test.each([true, false])('with a time stamp: %s', (isStamped) => {
    fc.assert(
      fc.property(
        fc.array(line, { maxLength: 30 }),
        fc.constantFrom(1, 3, 60),
        fc.integer({ min: 1, max: 5000 }),
        (lines, times, chunkBytes) => {
          const log = lines
            .map(([at, text, ending]) => `${isStamped ? at : ''}${text}${ending}\n`)
            .join('')
            .repeat(times);
          const summary = scanned(log, isStamped, chunkBytes);
          expect(summary.levels).toEqual(naiveLevels(log, isStamped));
          expect(summary.lines).toBe(lines.length * times);
          const kept = summary.signatures.reduce((sum, { count }) => sum + count, summary.others);
          const { warn = 0, error = 0, fatal = 0, panic = 0 } = summary.levels;
          expect(kept).toBe(warn + error + fatal + panic);
        },
      ),
      runs(60),
    );
  });

  test('each record is counted in the minute of its stamp', () => {
    fc.assert(
      fc.property(fc.array(fc.nat(40), { minLength: 1, maxLength: 300 }), (steps) => {
        let at = Date.UTC(2026, 10, 23, 9);
        const times = steps.map((step) => new Date((at += step * 1000)).toISOString());
        const log = times.map((time) => `${time} ${zerolog({ level: 'error', message: 'x' })}\n`).join('');
        const { startAt, bucketSeconds, counts } = scanned(log, true, 777).signatures[0]!.histogram;
        const expected = counts.map(() => 0);
        for (const time of times) {
          const seconds = (Date.parse(time) - Date.parse(startAt ?? '')) / 1000;
          expected[Math.floor(seconds / bucketSeconds)]! += 1;
        }
        expect(counts).toEqual(expected);
      }),
    );
  });
});

describe('a log many times the size of the window', () => {
  const record = (i: number) =>
    i % 97 === 0
      ? zerolog({ level: 'error', error_code: `E400${i % 5}`, message: `attempt ${i} of 3` })
      : zerolog({ level: i % 3 === 0 ? 'info' : 'debug', message: `Scheduled resync ${i}` });
  const lines = Array.from({ length: 3 * (windowBytes / 128) }, (_, i) => record(i));
  lines[1000] = zerolog({ level: 'error', message: `long ${'y '.repeat(windowBytes)}` });
  lines[9000] = `panic: end\n\ngoroutine 1 [running]:\n${'main.main()\n\t/src/main.go:1\n'.repeat(20_000)}exit status 2`;
  lines[15_000] = '\n'.repeat(100_000);
  const log = lines.map((each, i) => `2026-11-23T09:${String(10 + (i % 50))}:35.5Z ${each}\n`).join('');

  test('gives the same summary however it comes', () => {
    const whole = scanned(log, true, log.length);
    for (const chunkBytes of [4093, 65_536, 1_000_003]) expect(scanned(log, true, chunkBytes)).toEqual(whole);
    expect(whole).toMatchObject({
      lines: log.split('\n').length - 1,
      oversizedLines: 1,
      levels: { panic: 1, error: Math.ceil(lines.length / 97) + 1 },
    });
  });

  test('and when it is asked in between', () => {
    const asked = createLogScanner({ timestamps: true });
    const bytes = Buffer.from(log);
    for (let at = 0; at < bytes.length; at += 500_000) {
      asked.write(bytes.subarray(at, at + 500_000));
      asked.summary();
    }
    expect(asked.end()).toEqual(scanned(log, true, log.length));
  });
});

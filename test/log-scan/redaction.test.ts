import * as fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { bounds } from '#log-scan/bounds.ts';
import { createLogScanner, type ScanOptions } from '#log-scan/scanner.ts';
import { createLineRedactor, KeyBlock } from '#snapshot/redact-lines.ts';
import { scan, zerolog } from './scan.ts';
import { runs } from '../support/matrix.ts';

const jwt = 'eyJhbGciOiJSUzI1NiJ9.eyJzdWIiOiJzeXN0ZW0tYWRtaW4ifQ.c2lnbmF0dXJlLW9mLWl0';
/** A secret in its line, and the parts of it that nobody may see. */
const secrets: readonly (readonly [text: string, parts: readonly string[]])[] = [
  [`auth with ${jwt} failed`, ['eyJzdWIi', 'c2lnbmF0']],
  ['Authorization: Bearer s3cr3t-t0ken-of-osm', ['s3cr3t', 't0ken-of']],
  ['dial https://admin:hunter2hunter2@vault:8200/v1', ['hunter2']],
  ['args: --vault-token=hvs.CAESIJ0123456789abcdef', ['CAESIJ01']],
  ['password="correct horse battery staple"', ['correct', 'horse', 'staple']],
];
const key = [
  '-----BEGIN RSA PRIVATE KEY-----',
  'MIIEpAIBAAKCAQEAx0Z8Qk3mQ2b1c9Vd0e1f2g3h4i5j6k7l8m9n0o1p2q3r4s5t',
  'Zm9vYmFyYmF6cXV4Zm9vYmFyYmF6cXV4Zm9vYmFyYmF6cXV4Zm9vYmFyYmF6cXV4',
  'dGhlLWVuZA==',
  '-----END RSA PRIVATE KEY-----',
];
const keyParts = ['MIIEpAIB', 'Zm9vYmFy', 'dGhlLWVu'];
const allParts = [...secrets.flatMap(([, parts]) => parts), ...keyParts];

function shown(log: string, cuts: readonly number[], options: Partial<ScanOptions> = {}): string {
  const scanner = createLogScanner({ timestamps: false, ...options });
  const bytes = Buffer.from(log);
  const places = [0, ...cuts.map((cut) => cut % (bytes.length + 1)), bytes.length].toSorted((a, b) => a - b);
  places.forEach((place, i) => scanner.write(bytes.subarray(place, places[i + 1] ?? bytes.length)));
  return JSON.stringify(scanner.end());
}

function leaked(summary: string): readonly string[] {
  return allParts.filter((part) => summary.includes(part));
}

describe('no secret of a log reaches its summary', () => {
  const places = (text: string): readonly (readonly [string, string])[] => [
    ['a message', zerolog({ level: 'error', message: text })],
    ['an error', zerolog({ level: 'error', message: 'x', error: text })],
    ['the lines around and the tail', `${zerolog({ level: 'error', message: 'x' })}\n${text}\n${text}`],
    ['a marked line', `Starting osm-controller ${text}`],
    ['a panic', `panic: ${text}\n\ngoroutine 1 [running]:\nmain.f(${text})\n\t/main.go:1`],
    ['klog', `E0409 16:51:18.976848       1 reflector.go:178] ${text}`],
    ['the human mode', `3:04PM ERR ${text} error="${text.replaceAll('"', String.raw`\"`)}"`],
    ['Pipy', `2026-11-23 08:59:29.181 [ERR] [a] ${text}`],
    ['an unknown flag', `unknown flag: ${text}`],
    ['what follows an odd time', `2026-11-23T09:15:35${text}`],
  ];
  test.each(secrets.flatMap(([text]) => places(text).map(([where, log]) => [where, text, log])))(
    '%s: %s',
    (_where, _text, log) => {
      for (const timestamps of [true, false]) {
        const summary = JSON.stringify(scan(`${log}\n`.repeat(100), { timestamps }));
        expect(leaked(summary)).toEqual([]);
        expect(summary).toContain('[redacted: ');
      }
    },
  );

  test('wherever a line is cut', () => {
    for (const [text] of secrets) {
      for (let before = 0; before < 220; before++) {
        const line = `panic: ${'a '.repeat(before / 2)}${text}${' z'.repeat(40)}`;
        expect(leaked(shown(line, [], { maxLineBytes: 200 }))).toEqual([]);
      }
    }
  });

  test('where the rest of a line is not even kept', () => {
    // Longer than what is looked at behind the cap.
    const long = `eyJhbGciOiJSUzI1NiJ9.${'eyJzdWIi'.repeat(2000)}.${'c2lnbmF0'.repeat(500)}`;
    for (const text of [...secrets.map(([secret]) => secret), `auth ${long}`]) {
      for (const seen of [5, 20, 30, 50, 100, 200, 400]) {
        // The beginning of a message is kept, wherever in its line it stands.
        const head = '{"level":"error","detail":"';
        const detail = 'a '.repeat((bounds.lineBytes - seen - head.length) / 2);
        const line = `${head}${detail}","message":${JSON.stringify(`${text} ${'z '.repeat(600_000)}`)}}`;
        const summary = shown(`${line}\n`, [100, 70_000, 200_000]);
        expect(summary).toContain('"error":1');
        expect(leaked(summary)).toEqual([]);
      }
    }
  });
});

describe('a private key', () => {
  const lines = key.map((line, i) => `2026-11-23T09:15:3${i}.5Z ${line}`);
  const error = `2026-11-23T09:15:39.5Z ${zerolog({ level: 'error', message: 'x' })}`;

  test('is hidden line by line, and the log goes on behind it', () => {
    const summary = scan(`${[error, ...lines, error].join('\n')}\n`, { timestamps: true });
    expect(leaked(JSON.stringify(summary))).toEqual([]);
    expect(summary.levels).toEqual({ error: 2 });
    expect(summary.tail.map(({ text }) => text).slice(1, -1)).toEqual(
      key.map(() => '[redacted: private key]'),
    );
  });

  test('is hidden when nothing ends it, and does not hide the log', () => {
    const summary = scan(`${[...lines.slice(0, 3), error, error].join('\n')}\n`, { timestamps: true });
    expect(leaked(JSON.stringify(summary))).toEqual([]);
    expect(summary.levels).toEqual({ error: 2 });
  });

  test.each([
    ['behind the cap', 200, 'a '.repeat(200)],
    ['behind what is kept', bounds.lineBytes, 'a '.repeat(600_000)],
    ['across the end of what is kept', 200, 'a'.repeat(200 + bounds.redactedBytes - 25)],
  ])('that begins %s of a line is hidden, too', (_, maxLineBytes, before) => {
    const [first = '', ...rest] = key;
    const log = `${[`${before} ${first}`, ...rest].join('\n')}\n`;
    for (const cuts of [[], [before.length + 5, before.length + 20], [1_100_000]]) {
      expect(leaked(shown(log, cuts, { maxLineBytes }))).toEqual([]);
    }
  });

  test('is hidden when the log begins inside of it, or a part of the log is missing before it', () => {
    const inside = lines.slice(2);
    for (const log of [
      [...inside, error],
      [error, ...inside, error],
      [...lines.slice(0, 2), error, ...inside, error],
    ]) {
      const summary = scan(`${log.join('\n')}\n`, { timestamps: true });
      expect(leaked(JSON.stringify(summary))).toEqual([]);
      expect(summary.levels).toEqual({ error: log.filter((line) => line === error).length });
    }
  });

  test('is not what a certificate is, a digest or a path', () => {
    const digest = '9f86d081884c7d659a2feaa0c55ad015a3bf4f1b2b0b822cd15d6c15b0f00a08';
    const texts = [
      '-----BEGIN CERTIFICATE-----',
      key[1]!,
      key[1]!,
      '-----END CERTIFICATE-----',
      digest,
      '/usr/local/share/controller/bootstrap/manager',
    ];
    expect(scan(`${texts.join('\n')}\n`).tail.map(({ text }) => text)).toEqual(texts);
    expect(scan(`${texts.join('\n')}\n${key[1]!}\n`).tail.at(-1)?.text).toBe('[redacted: private key]');
  });

  test('is found behind a certificate that breaks off, as when every line is asked about', () => {
    const line = fc.constantFrom(
      ...key,
      '-----BEGIN CERTIFICATE-----',
      '-----END CERTIFICATE-----',
      zerolog({ level: 'info', message: 'x' }),
      'words',
      '',
    );
    fc.assert(
      fc.property(fc.array(line, { maxLength: bounds.tailLines }), (texts) => {
        const block = new KeyBlock();
        const expected = texts.map((text) =>
          block.hides(text) || text === key[0] ? '[redacted: private key]' : text,
        );
        const log = texts.map((text) => `${text}\n`).join('');
        expect(scan(log).tail.map(({ text }) => text)).toEqual(expected);
        const redacted = createLineRedactor()(Buffer.from(log)).toString();
        expect(redacted).toBe(expected.map((text) => `${text}\n`).join(''));
      }),
      runs(100),
    );
  });

  test('that is logged as a record a line is hidden, too', () => {
    const records = key.slice(0, 3).map((message) => zerolog({ level: 'info', message }));
    expect(leaked(JSON.stringify(scan(records.join('\n'))))).toEqual([]);
  });

  test('in one line is hidden in it', () => {
    const message = key.join('\n');
    expect(leaked(JSON.stringify(scan(zerolog({ level: 'error', message }))))).toEqual([]);
  });
});

test('any log with secrets in it, in any chunks', () => {
  const text = fc.constantFrom(...secrets.map(([secret]) => secret), 'Health OK', 'Starting osm-controller');
  const line = fc.oneof(
    text,
    text.map((message) => zerolog({ level: 'error', message })),
    text.map((message) => zerolog({ level: 'warn', message: 'x', error: message })),
    text.map((message) => `E0409 16:51:18.976848       1 a.go:1] ${message}`),
    fc.constant(key.join('\n')),
    fc.constant(zerolog({ level: 'info', message: 'x' })),
  );
  fc.assert(
    fc.property(
      fc.array(line, { maxLength: 40 }),
      fc.array(fc.nat(), { maxLength: 10 }),
      fc.constantFrom(60, 300, bounds.lineBytes),
      (lines, cuts, maxLineBytes) => {
        expect(leaked(shown(lines.join('\n'), cuts, { maxLineBytes }))).toEqual([]);
      },
    ),
    runs(40),
  );
});

import { beforeAll, describe, expect, test } from 'vitest';
import { languages } from '#i18n/texts.ts';
import { reportFormats } from '#report/formats.ts';
import { readRecording, type Recording } from '../recordings/read.ts';
import { opened, sourceOf } from '../screens/opened.ts';
import { plant } from './plant.ts';
import { copies, frames, report, screenLines } from './shown.ts';

const secrets = {
  bearer: 'planted-bearer-0001',
  jwt: 'eyJhbGciOiJSUzI1NiJ9.eyJwbGFudGVkIjoyfQ.cGxhbnRlZC1zaWduYXR1cmUtMDAwMg',
  url: 'planted-url-password-0003',
  env: 'planted-env-0004',
  argument: 'planted-argument-0005',
  key: 'cGxhbnRlZC1wcml2YXRlLWtleS0wMDA2AAAAAAAAAAAAAAAA',
  applied: 'planted-applied-0007',
  field: 'planted-field-0008',
};

const pem = `-----BEGIN EC PRIVATE KEY-----\n${secrets.key}\n-----END EC PRIVATE KEY-----`;
const words = `Authorization: Bearer ${secrets.bearer} ${secrets.jwt} https://user:${secrets.url}@vault.example:8200 ${pem}`;

let read: Recording;

beforeAll(async () => {
  read = await readRecording('02-two-meshes', {
    change: (server) =>
      plant(server, {
        words,
        env: [{ name: 'VAULT_TOKEN', value: secrets.env }],
        args: ['--vault-token', secrets.argument, `--vault-token=${secrets.argument}`],
        lastApplied: `{"spec":"${secrets.applied}"}`,
        logLines: [
          `{"level":"error","error":"${words.replaceAll('\n', '\\n')}","error_code":"E4013","token":"${secrets.field}","message":"password=${secrets.field}"}`,
          ...`panic: ${words}`.split('\n'),
          `{"level":"fatal","error":"call https://user:${secrets.url}@vault.example","message":"${secrets.jwt}"}`,
        ],
      }),
  });
});

function expectNone(text: string): void {
  const found = Object.entries(secrets).flatMap(([name, secret]) => (text.includes(secret) ? [name] : []));
  expect(found).toEqual([]);
}

test('the planted words are found all over the place, so that their absence would mean something', () => {
  const text = JSON.stringify(read.snapshot);
  expect(text.split('[redacted: ').length).toBeGreaterThan(100);
  for (const kind of ['credential', 'jwt', 'password', 'private key', 'token', 'last-applied-configuration'])
    expect(text).toContain(`[redacted: ${kind}]`);
  expect(read.diagnosis.verdict.exitCode).toBe(3);
});

test('none is in the snapshot', () => {
  expectNone(JSON.stringify(read.snapshot));
});

describe.each(languages)('in %s', (language) => {
  test('none is on a screen, and what stands in their place is', async () => {
    const text = screenLines(read.diagnosis, language).join('');
    expectNone(text);
    expect(text).toContain('[redacted: jwt]');
    const wizard = await opened(sourceOf(read.snapshot), { language, columns: 120, rows: 40 });
    const seen = (await frames(wizard)).join('\n');
    expectNone(seen);
    expect(seen).toContain('[redacted: ');
  });

  test.each(reportFormats)('none is in a report: %s', (format) => {
    const text = report(read.diagnosis, language, format);
    expectNone(text);
    expect(text).toMatch(/\[redacted: /u);
  });
});

test('none is copied', () => {
  const { commands, evidence } = copies(read.diagnosis);
  expectNone([...commands, ...evidence].join('\n'));
  expect(evidence.join('\n')).toContain('[redacted: ');
});

import * as fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { createLineRedactor } from '#snapshot/redact-lines.ts';
import { redactText, redactValue } from '#snapshot/redact.ts';

const jwt = 'eyJhbGciOiJSUzI1NiJ9.eyJzdWIiOiJzeXN0ZW0ifQ.c2lnbmF0dXJl';

describe('in a text', () => {
  test.each([
    ['a JWT', `auth with ${jwt} failed`, 'auth with [redacted: jwt] failed'],
    ['a bearer token', 'Authorization: Bearer s3cr3t-t0ken', 'Authorization: Bearer [redacted: credential]'],
    ['a bearer token in prose', 'sent bearer abcdef0123456789', 'sent bearer [redacted: bearer token]'],
    [
      'basic credentials',
      '"authorization":["Basic dXNlcjpwYXNz"]',
      '"authorization":["Basic [redacted: credential]"]',
    ],
    [
      'a password in a URL',
      'dial https://admin:hunter2@vault:8200/v1',
      'dial https://admin:[redacted: password]@vault:8200/v1',
    ],
    [
      'a password in a URL whose slashes are escaped',
      String.raw`{"url":"https:\/\/admin:hunter2@vault"}`,
      String.raw`{"url":"https:\/\/admin:[redacted: password]@vault"}`,
    ],
    ['a flag with =', 'args: --vault-token=hvs', 'args: --vault-token=[redacted: token]'],
    ['a flag with a space', 'run --vault-token hvs now', 'run --vault-token [redacted: token] now'],
    ['a JSON field', '{"password":"hun\\"ter2","a":1}', '{"password":"[redacted: password]","a":1}'],
    [
      'a JSON field in a JSON string',
      '{"error":"got {\\"token\\":\\"abc\\"}"}',
      '{"error":"got {\\"token\\":\\"[redacted: token]\\"}"}',
    ],
    ['a YAML line', 'password: correcthorse', 'password: [redacted: password]'],
    ['an assignment that was cut', 'secret="abc def', 'secret="[redacted: secret]'],
    [
      'a private key',
      'a -----BEGIN RSA PRIVATE KEY-----\nMIIE\n-----END RSA PRIVATE KEY----- b',
      'a [redacted: private key] b',
    ],
    [
      'a private key in one line',
      '"k":"-----BEGIN PRIVATE KEY-----\\nMIIE\\n-----END PRIVATE KEY-----\\n"',
      '"k":"[redacted: private key]\\n"',
    ],
    [
      'a key in base64',
      'key-data LS0tLS1CRUdJTiBSU0EgUFJJVkFURSBLRVktLS0tLQo=',
      'key-data [redacted: private key]',
    ],
    ['a Vault token', 'login hvs.CAESIJ0123456789abcdef ok', 'login [redacted: token] ok'],
  ])('%s is hidden', (_what, text, redacted) => {
    expect(redactText(text)).toBe(redacted);
  });

  test.each([
    'secret "osm-ca-bundle" not found',
    'MountVolume.SetUp failed for volume "x" : secret "osm-ca-bundle" not found',
    '--ca-bundle-secret-name osm-ca-bundle --ca-bundle-secret-name=osm-ca-bundle',
    '"Failed to sync" secret="osm-system/osm-ca-bundle" key="osm-system/osm-controller"',
    'Invalid annotation value for key "openservicemesh.io/sidecar-injection": maybe',
    'invalid character in token: unexpected end',
    'bearer token authentication failed',
    'Get "http://127.0.0.1:6060/api/v1/repo//": dial tcp 127.0.0.1:6060: connect: connection refused',
    'image flomesh/pipy@sha256:0123456789abcdef',
    '-----BEGIN CERTIFICATE-----\nMIIC\n-----END CERTIFICATE-----',
    '{"key":"app","operator":"In"}',
    '--tls-private-key-file=/etc/certs/tls.key',
    'failed to fetch token: Post "https://10.96.0.1/api/v1/serviceaccounts/osm/token": x509: certificate has expired',
    'Failed to watch *v1.Secret: unmarshalerDecoder: illegal base64 data at input byte 4',
    'failed to list *v1.Secret: secrets is forbidden: User "system:serviceaccount:osm-system:osm" cannot list resource "secrets"',
    'references non-existent secret key: ca.crt',
  ])('%s stays', (text) => {
    expect(redactText(text)).toBe(text);
  });

  test('a header that was redacted once stays as it is', () => {
    const once = redactText('authorization=token:abcdefghij0123456789');
    expect(once).not.toContain('abcdefghij0123456789');
    expect(redactText(once)).toBe(once);
    expect(redactText('authorization=token:[redacted: token]')).toBe('authorization=token:[redacted: token]');
  });

  test('redacting twice changes nothing', () => {
    const part = fc.constantFrom(
      'token',
      'password',
      '--token',
      'secret',
      'apiKey',
      '=',
      ': ',
      ' ',
      '"',
      '\\"',
      "'",
      'Bearer ',
      'authorization',
      ':',
      jwt,
      'abc123',
      'https://u:',
      'p@h',
      '-----BEGIN PRIVATE KEY-----',
      '-----END PRIVATE KEY-----',
      '\n',
      '[redacted: jwt]',
      ',',
      '}',
    );
    const texts = fc
      .array(fc.oneof(part, part, fc.string({ maxLength: 6 })), { maxLength: 14 })
      .map((parts) => parts.join(''));
    fc.assert(
      fc.property(texts, (text) => {
        const once = redactText(text);
        expect(redactText(once)).toBe(once);
      }),
      { numRuns: 3000 },
    );
  });

  test('a hostile text takes no time', () => {
    const started = performance.now();
    for (const text of [
      'eyJ'.repeat(30_000),
      'token='.repeat(20_000),
      '://a:'.repeat(20_000),
      'key'.repeat(30_000),
      '\\"token\\":\\"'.repeat(9_000),
    ])
      redactText(text);
    expect(performance.now() - started).toBeLessThan(2000);
  });
});

describe('in an object', () => {
  test('what is named a secret is hidden, and what names one stays', () => {
    const given = {
      metadata: {
        annotations: { 'kubectl.kubernetes.io/last-applied-configuration': '{"a":"b"}', note: 'x' },
      },
      spec: {
        containers: [
          {
            env: [
              { name: 'VAULT_TOKEN', value: 's.abc' },
              { name: 'OSM_DEFAULT_SIDECAR_CLASS', value: 'pipy' },
              { name: 'TLS_KEY', value: '$(OTHER)' },
            ],
            args: [
              '--vault-token',
              'abc',
              '--ca-bundle-secret-name',
              'osm-ca-bundle',
              '--password=abc',
              '--verbosity',
              'info',
            ],
            httpHeaders: [{ name: 'Authorization', value: 'Custom abc' }],
          },
        ],
        volumes: [{ secret: { secretName: 'osm-ca-bundle' } }],
        selector: { token: 'blue' },
        matchExpressions: [{ key: 'app', operator: 'In', values: ['x'] }],
        certificate: { key: 'abcdef', keyBits: 2048 },
      },
    };
    expect(redactValue(given)).toEqual({
      metadata: {
        annotations: {
          'kubectl.kubernetes.io/last-applied-configuration': '[redacted: last-applied-configuration]',
          note: 'x',
        },
      },
      spec: {
        containers: [
          {
            env: [
              { name: 'VAULT_TOKEN', value: '[redacted: token]' },
              { name: 'OSM_DEFAULT_SIDECAR_CLASS', value: 'pipy' },
              { name: 'TLS_KEY', value: '$(OTHER)' },
            ],
            args: [
              '--vault-token',
              '[redacted: token]',
              '--ca-bundle-secret-name',
              'osm-ca-bundle',
              '--password=[redacted: password]',
              '--verbosity',
              'info',
            ],
            httpHeaders: [{ name: 'Authorization', value: '[redacted: credential]' }],
          },
        ],
        volumes: [{ secret: { secretName: 'osm-ca-bundle' } }],
        selector: { token: 'blue' },
        matchExpressions: [{ key: 'app', operator: 'In', values: ['x'] }],
        certificate: { key: '[redacted: key]', keyBits: 2048 },
      },
    });
    expect(redactValue(redactValue(given))).toEqual(redactValue(given));
  });

  test('what holds no secret is not copied', () => {
    const given = { spec: { containers: [{ name: 'a', args: ['--mesh-name', 'osm'] }] } };
    expect(redactValue(given)).toBe(given);
  });
});

describe('in a log', () => {
  const redact = (text: string): string => createLineRedactor()(Buffer.from(text)).toString();

  test('clean lines pass as they are, byte for byte', () => {
    const bytes = Buffer.from([0x61, 0xff, 0xfe, 0x0a, 0x62, 0x0a]);
    expect(createLineRedactor()(bytes)).toBe(bytes);
  });

  test('a private key over many stamped lines is hidden line by line', () => {
    const at = '2026-11-23T09:00:00.000000000Z';
    const body = 'MIIEowIBAAKCAQEAtJQ0123456789abcdefghijkl';
    const lines = [
      `before`,
      `-----BEGIN RSA PRIVATE KEY-----`,
      body,
      body,
      `-----END RSA PRIVATE KEY-----`,
      `{"level":"info"}`,
    ];
    const redacted = redact(lines.map((line) => `${at} ${line}\n`).join(''));
    expect(redacted).not.toContain('MIIE');
    expect(redacted.split('\n')).toHaveLength(lines.length + 1);
    expect(redacted).toContain(`${at} before\n`);
    expect(redacted).toContain(`${at} {"level":"info"}\n`);
  });

  test('a key that never ends hides no line of the log after it', () => {
    expect(redact('-----BEGIN PRIVATE KEY-----\n{"level":"fatal","message":"x"}\n')).toBe(
      '[redacted: private key]\n{"level":"fatal","message":"x"}\n',
    );
  });

  test('a line with a secret keeps its stamp and its ending', () => {
    expect(redact(`2026-11-23T09:00:00Z token=${jwt}\r\nnext\n`)).toBe(
      '2026-11-23T09:00:00Z token=[redacted: jwt]\r\nnext\n',
    );
  });
});

import { describe, expect, test } from 'vitest';
import { isNotLog } from '#log-scan/not-log.ts';
import { scan, zerolog } from './scan.ts';

const reflector =
  'E0409 16:51:18.976848       1 reflector.go:178] pkg/mod/k8s.io/client-go@v0.18/tools/cache/reflector.go:125: Failed to list *v1alpha4.TCPRoute: the server could not find the requested resource (get tcproutes.specs.smi-spec.io)';
const benign =
  'W0118 18:31:58.551460       1 client_config.go:614] Neither --kubeconfig nor --master was specified. Using the inClusterConfig.';

/** What each line is, and what its signature says; `undefined`: a line without a signature. */
const kinds: readonly [name: string, line: string, expected: object | undefined][] = [
  [
    'zerolog as osm-edge writes it',
    zerolog({ level: 'error', error_code: 'E6103', error: 'EOF', message: 'Error decoding body' }),
    {
      form: 'zerolog',
      level: 'error',
      component: 'sidecar-injector',
      code: 'E6103',
      error: 'EOF',
      template: 'Error decoding body',
    },
  ],
  [
    'zerolog in another order, with spaces',
    '{ "message" : "no room" , "time":"2026-11-23T09:15:35Z", "level" : "fatal", "reason":"FatalInitializationError" }',
    {
      form: 'zerolog',
      level: 'fatal',
      reason: 'FatalInitializationError',
      template: 'no room',
      firstAt: '2026-11-23T09:15:35Z',
    },
  ],
  [
    'zerolog without component and file',
    '{"level":"error","error_code":"E4000","time":"T","message":"Could not retrieve"}',
    { level: 'error', code: 'E4000' },
  ],
  ['zerolog panic', zerolog({ level: 'panic', message: 'end' }), { level: 'panic', form: 'zerolog' }],
  ['zerolog without message', '{"level":"error","error":"EOF"}', { template: 'EOF', error: 'EOF' }],
  [
    'info that speaks of an error',
    zerolog({ level: 'info', message: 'got {"level":"error"} from "level":"error"' }),
    undefined,
  ],
  ['a level in a nested object', '{"level":"info","detail":{"level":"error"},"message":"x"}', undefined],
  ['a level zerolog does not know', '{"level":"warning","message":"x"}', undefined],
  ['broken JSON', '{"level":"error","message":"x', undefined],
  ['JSON with a raw NUL', '{"level":"error","message":"a\u0000b"}', { level: 'error', template: 'a\uFFFDb' }],
  ['NULs before the line', '\u0000\u0000{"level":"error","message":"x"}', { level: 'error', template: 'x' }],
  [
    'klog error',
    reflector,
    { form: 'klog', level: 'error', template: expect.stringContaining('*v1alpha4.TCPRoute: the server') },
  ],
  ['klog warning of every start', benign, { form: 'klog', level: 'warn' }],
  [
    'klog fatal',
    'F0409 16:51:18.976848       1 main.go:1] no',
    { form: 'klog', level: 'fatal', template: 'no' },
  ],
  ['klog info', 'I0409 16:51:18.976848       1 main.go:1] yes', undefined],
  [
    'human mode with colours',
    '\u001b[90m3:04PM\u001b[0m \u001b[31mERR\u001b[0m Error a=b decoding \u001b[36merror=\u001b[0m\u001b[31m"not found: x=1"\u001b[0m component=health error_code=E1 file=a.go:1',
    {
      form: 'console',
      level: 'error',
      template: 'Error a=b decoding',
      error: 'not found: x=1',
      component: 'health',
      code: 'E1',
    },
  ],
  ['human mode, fatal', '11:04AM FTL end', { form: 'console', level: 'fatal', template: 'end' }],
  ['human mode, info', '11:04AM INF fine component=x', undefined],
  [
    'Pipy error',
    '2026-11-23 08:59:29.181 [ERR] [listener] Cannot bind port 6060',
    {
      form: 'pipy',
      level: 'error',
      component: 'listener',
      template: 'Cannot bind port <*>',
      firstAt: '2026-11-23T08:59:29.181Z',
    },
  ],
  [
    'Pipy warning',
    '2026-11-23 08:59:29.181 [WRN] no tag',
    { form: 'pipy', level: 'warn', template: 'no tag' },
  ],
  ['an unknown flag', 'unknown flag: --x', { form: 'plain', level: 'fatal' }],
  [
    'curl of an init container',
    'curl: (7) Failed to connect to osm-bootstrap port 9091: Connection refused',
    { form: 'plain', level: 'error' },
  ],
  ['plain text', 'Health OK', undefined],
];

describe('what a line is', () => {
  test.each(kinds)('%s', (_, line, expected) => {
    for (const log of [line, `${line}\n`, `${line}\r\n`, `before\n${line}\nafter\n`]) {
      const { signatures } = scan(log);
      expect(signatures).toHaveLength(expected === undefined ? 0 : 1);
      if (expected !== undefined) expect(signatures[0]).toMatchObject(expected);
    }
  });

  test.each(kinds)('%s, with the time stamp of the kubelet', (_, line, expected) => {
    const [signature] = scan(`2026-11-23T09:15:35.5Z ${line}\n`, { timestamps: true }).signatures;
    if (expected === undefined) expect(signature).toBeUndefined();
    else expect(signature?.firstAt).toBe('2026-11-23T09:15:35.5Z');
  });

  test('the format keeps the languages of mesh and Pipy apart', () => {
    const pipy = '2026-11-23 08:59:29.181 [ERR] [a] b\n';
    const mesh = `${zerolog({ level: 'error', message: 'x' })}\n${zerolog({ level: 'info', message: 'x' })}\n`;
    expect(scan(pipy + mesh, { format: 'zerolog' }).levels).toEqual({ error: 1, info: 1 });
    expect(scan(pipy + mesh, { format: 'pipy' }).levels).toEqual({ error: 1 });
    expect(scan(pipy + mesh).levels).toEqual({ error: 2, info: 1 });
  });

  test('what the kubelet says in place of a log is none', () => {
    expect(isNotLog('unable to retrieve container logs for containerd://0123abcd')).toBe(true);
    expect(
      isNotLog(zerolog({ level: 'error', message: 'unable to retrieve container logs for x://y' })),
    ).toBe(false);
  });
});

describe('a Go panic', () => {
  const stack = 'goroutine 1 [running]:\nmain.main()\n\t/src/main.go:10 +0x1d\nexit status 2';

  test.each([
    [
      'panic: runtime error: invalid memory address or nil pointer dereference\n[signal SIGSEGV: segmentation violation code=0x1 addr=0x0 pc=0x1]\n\n',
      'panic',
    ],
    ['panic: several\nlines of text\n\n', 'panic'],
    ['panic: a [recovered]\n\tpanic: b\n\n', 'panic'],
    ['fatal error: all goroutines are asleep - deadlock!\n\n', 'panic'],
    ['2026/11/23 09:15:35 http: panic serving 10.0.0.1:1: boom\n', 'error'],
  ])('%j is one record with its stack', (head, level) => {
    const after = zerolog({ level: 'info', message: 'next' });
    const { signatures, levels } = scan(`first\n${head}${stack}\n${after}\n`);
    expect(signatures).toHaveLength(1);
    expect(signatures[0]).toMatchObject({ level, count: 1, first: { number: 2, text: head + stack } });
    expect(signatures[0]?.first.before.map((line) => line.text)).toEqual(['first']);
    expect(signatures[0]?.first.after.map((line) => line.text)).toEqual([after]);
    expect(levels).toEqual({ [level]: 1, info: 1 });
  });

  test('goes on after a blank line, and ends where another record begins', () => {
    const two = `panic: a\n\n${stack}\n\ngoroutine 2 [select]:\nmain.f(...)\n`;
    const { signatures } = scan(`${two}panic: b\n\n${stack}\nunknown flag: --x\n`);
    expect(signatures.map(({ template, count }) => [template, count])).toEqual([
      ['panic: a', 1],
      ['panic: b', 1],
      ['unknown flag: --x', 1],
    ]);
  });

  test('never takes more than its share of room', () => {
    const [signature] = scan(`panic: a\n\n${stack}\n${'\tframe\n'.repeat(100_000)}`).signatures;
    expect(signature?.first.text.length).toBeLessThan(8200);
  });
});

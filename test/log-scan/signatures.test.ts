import { describe, expect, test } from 'vitest';
import { scan, zerolog } from './scan.ts';

const error = (message: string, more: object = {}) => zerolog({ level: 'error', message, ...more });
const templates = (lines: readonly string[]) =>
  scan(`${lines.join('\n')}\n`).signatures.map(({ template, count }) => `${count} ${template}`);

describe('records of one kind', () => {
  test.each<[name: string, messages: string[], template: string]>([
    ['numbers', ['attempt 1 of 3', 'attempt 22 of 3'], 'attempt <*> of <*>'],
    ['addresses', ['dial 10.0.0.1:443: refused', 'dial 10.2.0.1:80: refused'], 'dial <*>: refused'],
    [
      'UUIDs',
      [
        'pod with UUID 46ce0ac5-9679-9ec5-237b-e8a8f763527d gone',
        'pod with UUID abb87b26-6994-09f7-d665-95c20d74a5f6 gone',
      ],
      'pod with UUID <*> gone',
    ],
    ['quoted names', ['secret "a" not found', 'secret "b" not found'], 'secret <*> not found'],
    [
      'an unquoted name in a long message',
      [
        'Error determining if namespace bookstore is enabled for injection',
        'Error determining if namespace bookbuyer is enabled for injection',
      ],
      'Error determining if namespace <*> is enabled for injection',
    ],
    ['durations and hexadecimal', ['took 20ms at 0xc000', 'took 3s at 0xffee'], 'took <*> at <*>'],
    [
      'a name that stays the same stays readable',
      ['secret "a" try 1', 'secret "a" try 2'],
      'secret "a" try <*>',
    ],
  ])('%s', (_, messages, template) => {
    expect(templates(messages.map((message) => error(message)))).toEqual([`2 ${template}`]);
  });

  test.each<[name: string, lines: string[]]>([
    ['code', [error('x', { error_code: 'E4000' }), error('x', { error_code: 'E4001' })]],
    ['component', [error('x'), error('x', { component: 'health' })]],
    ['level', [error('x'), zerolog({ level: 'warn', message: 'x' })]],
    ['reason', [error('x', { reason: 'FatalA' }), error('x', { reason: 'FatalB' })]],
    ['words', [error('Error creating sidecar driver'), error('Error creating Ingress client')]],
    [
      'kind of error text',
      [
        error('x', { error: 'dial tcp 10.0.0.1:1: connect: connection refused' }),
        error('x', { error: 'dial tcp 10.0.0.1:1: connect: operation aborted' }),
      ],
    ],
    [
      'type that could not be listed',
      ['TCPRoute', 'HTTPRouteGroup'].map(
        (kind) =>
          `E0409 16:51:18.976848       1 reflector.go:178] Failed to list *v1alpha4.${kind}: the server could not find the requested resource`,
      ),
    ],
  ])('another %s is another kind', (_, lines) => {
    const { signatures } = scan(`${lines.join('\n')}\n`);
    expect(signatures).toHaveLength(2);
    expect(new Set(signatures.map(({ key }) => key)).size).toBe(2);
  });

  test('error texts that vary in names and numbers only are one kind', () => {
    const lines = ['a-1', 'b-7'].map((pod) =>
      error('Error retrieving pod', { error: `pods "${pod}" is forbidden` }),
    );
    expect(templates(lines)).toEqual(['2 Error retrieving pod']);
  });

  test('have a key that does not depend on what else the log holds', () => {
    const key = (log: string) => scan(log).signatures.find(({ code }) => code === 'E1')?.key;
    const line = error('attempt 1', { error_code: 'E1' });
    expect(key(`${error('other')}\n${line}\n${line}`)).toBe(key(line));
    expect(key(line.replace('attempt 1', 'attempt 222'))).toBe(key(line));
  });

  test('carry a sample of the values, no more than eight each', () => {
    const lines = Array.from({ length: 50 }, (_, i) => error(`pod "p-${i % 2 ? 'a' : 'b'}" try ${i}`));
    expect(scan(lines.join('\n')).signatures[0]).toMatchObject({
      template: 'pod <*> try <*>',
      values: [
        ['p-b', 'p-a'],
        ['0', '1', '2', '3', '4', '5', '6', '7'],
      ],
    });
  });

  test('are counted over time in at most sixty buckets', () => {
    const minutes = (count: number) =>
      Array.from({ length: count }, (_, i) => new Date(Date.UTC(2026, 0, 1, 0, i)).toISOString());
    const log = (count: number) =>
      minutes(count)
        .map((at) => `${at} ${error('x')}\n`)
        .join('');
    const histogram = (count: number) => scan(log(count), { timestamps: true }).signatures[0]?.histogram;
    expect(histogram(60)).toEqual({
      startAt: '2026-01-01T00:00:00Z',
      bucketSeconds: 60,
      counts: Array(60).fill(1),
    });
    expect(histogram(61)).toMatchObject({ bucketSeconds: 120, counts: [...Array(30).fill(2), 1] });
  });
});

test('a word that takes many values is a value', () => {
  const words = Array.from({ length: 40 }, (_, i) => String.fromCharCode(97 + (i % 20), 97 + i / 20));
  const { signatures } = scan(words.map((word) => error(`Error creating ${word} client`)).join('\n'));
  expect(signatures[0]).toMatchObject({ template: 'Error creating <*> client', count: 25 });
  expect(signatures).toHaveLength(16);
});

describe('when there are too many kinds', () => {
  const letters = (i: number) => String.fromCharCode(97 + Math.floor(i / 26), 97 + (i % 26));
  const kinds = (level: string, count: number) =>
    Array.from({ length: count }, (_, i) => zerolog({ level, component: letters(i), message: 'x' }));

  test('the rest is counted, none is lost', () => {
    const summary = scan(kinds('error', 300).join('\n'), { maxSignatures: 50 });
    expect(summary.signatures).toHaveLength(50);
    expect(summary.others).toBe(250);
    expect(summary.levels).toEqual({ error: 300 });
  });

  test('a graver record always finds room', () => {
    const log = [
      ...kinds('warn', 30),
      ...kinds('error', 30),
      'panic: a',
      zerolog({ level: 'fatal', message: 'end' }),
    ];
    const summary = scan(log.join('\n'), { maxSignatures: 20 });
    expect(summary.signatures.map(({ level }) => level)).toEqual([
      'panic',
      'fatal',
      ...Array(18).fill('error'),
    ]);
    expect(summary.others).toBe(42);
  });

  test('records of a kind that had to make room are counted on', () => {
    const warn = zerolog({ level: 'warn', message: 'a' });
    const log = [warn, error('b'), warn, warn].join('\n');
    expect(scan(log, { maxSignatures: 1 })).toMatchObject({ others: 3, levels: { warn: 3, error: 1 } });
  });
});

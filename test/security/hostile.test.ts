import { beforeAll, describe, expect, test } from 'vitest';
import { languages } from '#i18n/texts.ts';
import { readRecording, type Recording } from '../recordings/read.ts';
import { expectToFit } from '../screens/frame-text.ts';
import { opened, sourceOf } from '../screens/opened.ts';
import { inTurn } from '../support/matrix.ts';
import { plant } from './plant.ts';
import { copies, frames, report, screenLines } from './shown.ts';

/** Everything that a terminal obeys or hides, or that turns what stands around it over; line breaks apart. */
const obeyed = /(?!\n)[\p{Cc}\p{Cf}\p{Cs}\p{Zl}\p{Zp}]/u;

const words = [
  '\u001B[2J\u001B[31mred',
  '\u001B]8;;http://evil.example/link\u0007click\u001B]8;;\u0007',
  '\u001B]52;c;cm0gLXJmIH4=\u0007',
  '\u009B2Jc1\u009D52;c;cm0gLXJmIH4=\u009C',
  '\u202Egnp.exe\u2066isolated\u2069',
  'zero\u200Bwidth\u2028line\uFEFF\u0000\u0007\r',
  '</pre></td><script>alert("evil")</script><img src=x onerror=alert(1)>',
  '[click](http://evil.example/a) ![i](http://evil.example/i.png) <http://evil.example/b> www.evil.example/c',
  '| cell | `code` ``` **bold** ~~gone~~ # head',
  "'; rm -rf ~; $(reboot) `reboot`",
].join(' ');
// Words without a space are wider than the widest terminal here.
const severalLines = `${words}\n\n# evil heading\n- evil item\n${'x'.repeat(130)}${'名'.repeat(70)}`;

const sizes = [
  [80, 24],
  [60, 15],
  [120, 40],
] as const;

let read: Recording;

beforeAll(async () => {
  read = await readRecording('02-two-meshes', {
    change: (server) =>
      plant(server, {
        words: severalLines,
        logLines: [
          JSON.stringify({ level: 'error', error: severalLines, error_code: 'E4013', message: words }),
          `panic: ${words}`,
          ...severalLines.split('\n'),
          JSON.stringify({ level: 'fatal', component: words, message: severalLines }),
        ],
      }),
  });
});

test('the planted words are in the snapshot as they are, in many places', () => {
  const text = JSON.stringify(read.snapshot);
  expect(text.split(JSON.stringify(severalLines).slice(1, -1)).length).toBeGreaterThan(50);
  expect(read.diagnosis.verdict.exitCode).toBe(3);
});

describe.each(languages)('in %s', (language) => {
  test('no screen has a character that the terminal would obey, and all of it is told', () => {
    const lines = screenLines(read.diagnosis, language);
    expect(lines.filter((line) => obeyed.test(line))).toEqual([]);
    expect(lines.join('\n')).toContain('<script>alert("evil")');
  });

  test.each(inTurn(sizes, languages.indexOf(language), 2))(
    'every frame keeps its shape at %i×%i',
    async (columns, rows) => {
      const wizard = await opened(sourceOf(read.snapshot), { language, columns, rows });
      for (const frame of await frames(wizard)) expectToFit(frame, columns, rows);
    },
  );

  test('text and Markdown have no such character either', () => {
    for (const format of ['text', 'markdown'] as const) {
      const told = report(read.diagnosis, language, format);
      expect(told).not.toMatch(obeyed);
      expect(told).toContain('evil');
    }
  });

  test('Markdown takes the words for text: no heading, link, picture, HTML or cell of theirs', () => {
    const markdown = report(read.diagnosis, language, 'markdown');
    const prose = outsideFences(markdown);
    expect(prose).toContain('evil');
    expect(prose).not.toMatch(/^#+ evil heading/mu);
    expect(prose).not.toMatch(/(?<!\\)<[a-z!/]/iu);
    expect(prose).not.toMatch(/(?<!\\)\[click/u);
    expect(prose).not.toMatch(/https?:\/\//u);
    expect(prose).not.toMatch(/www\.evil/u);
    for (const table of prose.split('\n\n').filter((block) => block.startsWith('| '))) {
      const cells = table.split('\n').map((row) => row.replaceAll('\\|', '').split('|').length);
      expect(new Set(cells).size).toBe(1);
    }
  });

  test('HTML has no element, handler or address that came from the cluster', () => {
    const html = report(read.diagnosis, language, 'html');
    expect(html).not.toMatch(obeyed);
    expect(html).toContain('&lt;script&gt;alert(');
    const page = html.replace(/<style>[^<]*<\/style>/u, '');
    const tags = [...page.matchAll(/<([a-z!][a-z0-9]*)([^<>]*)>/giu)];
    const names = new Set(tags.map(([, name]) => name));
    for (const name of ['script', 'img', 'link', 'iframe', 'object', 'form', 'base'])
      expect(names).not.toContain(name);
    for (const [, , attributes = ''] of tags) {
      expect(attributes).not.toMatch(/\son[a-z]+\s*=/iu);
      expect(attributes).not.toMatch(/(?:href|src|xlink:href)\s*=\s*"?(?!#)[^"\s]/iu);
    }
    // Whatever is left between the tags is text: a bare < or > would be markup.
    expect(page.replaceAll(/<[^<>]*>/gu, '')).not.toMatch(/[<>]/u);
  });

  test('JSON holds every byte of it, and shows none to a terminal', () => {
    const json = report(read.diagnosis, language, 'json');
    expect(json).not.toMatch(obeyed);
    const quotes: string[] = [];
    JSON.parse(json, (key, value: unknown) => {
      if (key === 'quote' && typeof value === 'string') quotes.push(value);
      return value;
    });
    expect(quotes.some((quote) => quote.includes(words))).toBe(true);
  });
});

test('a copied command is one line, and nothing in it is obeyed by the terminal it is pasted into', () => {
  const { commands, evidence } = copies(read.diagnosis);
  expect(commands.length).toBeGreaterThan(10);
  for (const command of commands) expect(command).not.toMatch(/[\p{Cc}\p{Cf}\p{Zl}\p{Zp}]/u);
  expect(evidence.filter((text) => obeyed.test(text))).toEqual([]);
});

/** All lines that are not in fenced code; fences are closed by as many backticks as opened them. */
function outsideFences(markdown: string): string {
  const lines: string[] = [];
  let fence = '';
  for (const line of markdown.split('\n')) {
    const ticks = /^\s*(`{3,})/u.exec(line)?.[1] ?? '';
    if (fence === '' && ticks === '') lines.push(line);
    else if (fence === '') fence = ticks;
    else if (line.trim() === fence) fence = '';
  }
  expect(fence).toBe('');
  return lines.join('\n');
}

import { expect, test } from 'vitest';
import { textsOf } from '#steps/all-texts.ts';
import { render } from '#report/render.ts';
import { markupWords } from './hostile-words.ts';
import { runThatSays, sampleRun } from './sample.ts';

const markdown = (run = sampleRun()): string => render('markdown', run, textsOf('en'), 'en');

/** All lines outside fenced code. */
function prose(text: string): string {
  const lines: string[] = [];
  let fence = '';
  for (const line of text.split('\n')) {
    const ticks = /^\s*(`{3,})/u.exec(line)?.[1] ?? '';
    if (fence === '' && ticks === '') lines.push(line);
    else if (fence === '') fence = ticks;
    else if (line.trim() === fence) fence = '';
  }
  expect(fence).toBe('');
  return lines.join('\n');
}

test('opens with the title and the verdict', () => {
  const [title, , verdict] = markdown().split('\n');
  expect(title).toBe('# Health of the osm-edge control plane');
  expect(verdict).toMatch(/^- ✘ .*osm2/u);
});

test('has one command a fence, so that it can be copied', () => {
  expect(markdown()).toContain('```sh\nosm namespace remove osm-system --mesh-name osm2\n```');
});

test('has tables with as many cells in each row', () => {
  const rows = prose(markdown())
    .split('\n\n')
    .filter((block) => block.startsWith('| '));
  expect(rows.length).toBeGreaterThan(5);
  for (const table of rows) {
    const cells = table.split('\n').map((row) => row.replaceAll('\\|', '').split('|').length);
    expect(new Set(cells).size).toBe(1);
  }
});

test('leaves hostile words text: no HTML, links, images, code or cells of their own', () => {
  const text = prose(markdown(runThatSays(markupWords)));
  expect(text).toContain('evil');
  expect(text).not.toMatch(/(?<!\\)<[a-z!/]/iu);
  expect(text).not.toMatch(/(?<!\\)\[/u);
  expect(text).not.toMatch(/(?<!\\)`/u);
  expect(text).not.toMatch(/(?<!\\)~/u);
  expect(text).not.toMatch(/(?<!\\)\$/u);
  expect(text).not.toMatch(/https?:\/\//u);
  expect(text).not.toMatch(/www\.evil/u);
  expect(text).not.toMatch(/a@evil/u);
});

test('takes a fence that is longer than any inside', () => {
  const text = markdown(runThatSays('one\n```\n````\ntwo'));
  expect(text).toContain('`````\none\n```\n````\ntwo\n`````');
});

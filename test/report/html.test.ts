import * as fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { textsOf } from '#steps/all-texts.ts';
import { languages } from '#i18n/texts.ts';
import { render } from '#report/render.ts';
import { hostileWords, markupWords } from './hostile-words.ts';
import { demoRun, runThatSays, sampleRun } from './sample.ts';
import { runs } from '../support/matrix.ts';

const html = (run = sampleRun(), language: (typeof languages)[number] = 'en'): string =>
  render('html', run, textsOf(language), language);

const empty = new Set(['meta', 'line', 'br']);

/** The names of all elements; throws where a tag is not closed by its own kind. */
function elementsOf(page: string): readonly string[] {
  const open: string[] = [];
  const names: string[] = [];
  const body = page.replace(/<style>[^<]*<\/style>/u, '').replace('<!doctype html>', '');
  for (const [tag, slash = '', name = ''] of body.matchAll(/<(\/?)([a-z][a-z0-9]*)(?:\s[^<>]*)?>/gu)) {
    if (slash === '/') expect(open.pop()).toBe(name);
    else {
      names.push(name);
      if (!empty.has(name) && !tag.endsWith('/>')) open.push(name);
    }
  }
  expect(open).toEqual([]);
  expect(body.replaceAll(/<\/?[a-z][a-z0-9]*(?:\s[^<>]*)?>/gu, '')).not.toMatch(/[<>]/u);
  return names;
}

describe.each(languages)('in %s', (language) => {
  test('every tag closes, and nothing runs or is fetched', () => {
    const page = html(demoRun(), language);
    const names = new Set(elementsOf(page));
    expect(page).toContain(`<html lang="${language}">`);
    for (const name of ['script', 'link', 'img', 'iframe', 'object', 'form', 'input'])
      expect(names).not.toContain(name);
    expect(page).toContain('http-equiv="Content-Security-Policy" content="default-src &#39;none&#39;');
    expect(page).not.toMatch(/url\(|@import|\ssrc=|\son[a-z]+=/u);
    for (const [, target] of page.matchAll(/href="([^"]*)"/gu)) expect(target).toMatch(/^#/u);
  });
});

test('every entry of the contents leads to a section', () => {
  const page = html();
  const targets = [...page.matchAll(/href="#([^"]*)"/gu)].map(([, target]) => target);
  expect(targets.length).toBeGreaterThan(8);
  for (const target of targets) expect(page).toContain(`<section id="${target}">`);
});

test('the verdict is a word, not a colour', () => {
  expect(html()).toMatch(/<p class="badge critical">.*<\/span> critical<\/p>/u);
});

test('the timeline is a picture with a name, a row a kind and the words of each mark', () => {
  const [svg = ''] = /<svg[^]*<\/svg>/u.exec(html()) ?? [];
  expect(svg).toContain('role="img"');
  expect(svg).toContain('3 entries from 2026-11-03T11:40:00Z to 2026-11-03T12:00:00Z');
  expect(svg.match(/class="kind"/gu)).toHaveLength(3);
  expect(svg).toContain('Readiness probe failed: HTTP probe failed with statuscode: 503 ×14</title>');
});

test('the picture draws what was weeks ago beside what was a minute ago', () => {
  const [mesh, ...others] = sampleRun().meshes;
  if (mesh === undefined) throw new Error('no mesh');
  const [first, ...rest] = mesh.timeline;
  if (first === undefined) throw new Error('no entry');
  const old = { ...first, at: '2026-10-01T00:00:00Z' };
  const page = html({ ...sampleRun(), meshes: [{ ...mesh, timeline: [old, ...rest] }, ...others] });
  const [svg = ''] = /<svg[^]*<\/svg>/u.exec(page) ?? [];
  expect(svg).toContain('10m before');
  expect(svg).toContain('30d before');
  const places = [...svg.matchAll(/<rect class="\w+" x="(\d+)"/gu)].map(([, x]) => Number(x));
  expect(new Set(places).size).toBe(places.length);
});

test('a timeline without a readable time has no picture', () => {
  const [mesh, ...others] = sampleRun().meshes;
  if (mesh === undefined) throw new Error('no mesh');
  const timeline = mesh.timeline.map((entry) => ({ ...entry, at: 'yesterday' }));
  expect(html({ ...sampleRun(), meshes: [{ ...mesh, timeline }, ...others] })).not.toContain('<svg');
});

test('hostile words stay text', () => {
  const page = html(runThatSays(markupWords));
  elementsOf(page);
  expect(page).toContain('&lt;script&gt;alert(1)&lt;/script&gt;');
});

test('the page stays whole whatever the cluster says', () => {
  fc.assert(
    fc.property(hostileWords, (words) => {
      elementsOf(html(runThatSays(words)));
    }),
    runs(10),
  );
});

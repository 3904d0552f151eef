import { readFile } from 'node:fs/promises';
import { describe, expect, test } from 'vitest';
import { catalogue, findingCodes, findingDefinition } from '#steps/catalogue.ts';
import { keymap } from '#wizard/reduce/actions.ts';
import { generatedDocuments } from '../../scripts/docs/all.ts';

const documents = generatedDocuments();
const ids = [...findingCodes.map(findingDefinition), ...catalogue.causes].map(({ id }) => id);

test.each(Object.keys(documents))('%s on disk is what `npm run docs` writes', async (file) => {
  const onDisk = await readFile(new URL(`../../${file}`, import.meta.url), 'utf8');
  expect(onDisk).toBe(documents[file]);
});

describe.each(['docs/findings.md', 'docs/findings.ja.md'])('%s', (file) => {
  const text = documents[file] ?? '';

  test('has one anchor for every finding and cause', () => {
    const anchors = [...text.matchAll(/<a id="(oed\d{3})"><\/a>/g)].map(([, anchor]) => anchor ?? '');
    expect(anchors).toHaveLength(ids.length);
    expect(new Set(anchors)).toEqual(new Set(ids.map((id) => id.toLowerCase())));
  });

  test('links to nothing that it does not have', () => {
    const links = [...text.matchAll(/\]\(#([a-z0-9-]+)\)/g)].map(([, anchor]) => anchor ?? '');
    expect(links.length).toBeGreaterThan(100);
    expect(links.filter((anchor) => !text.includes(`<a id="${anchor}"></a>`))).toEqual([]);
  });

  test('shows no value that was left out', () => {
    expect(text).not.toMatch(/undefined|\[object|NaN/);
  });
});

test('the Japanese reference is Japanese where the English one has sentences', () => {
  const prose = (documents['docs/findings.ja.md'] ?? '')
    .split('\n')
    .filter((line) => line.length > 60 && !/^(?:- |<!--|#)/.test(line));
  expect(prose.filter((line) => !/[\p{Script=Hiragana}\p{Script=Katakana}]/u.test(line))).toEqual([]);
});

test('every binding of the keymap has a row', () => {
  const text = documents['docs/keys.md'] ?? '';
  const rows = text.split('\n').filter((line) => line.startsWith('| `'));
  const distinct = new Set(keymap.map(({ action, group, keys }) => `${group} ${action} ${keys.join()}`));
  expect(rows).toHaveLength(distinct.size);
});

import type { Missing } from '#snapshot/observed.ts';
import { instant } from '../instant.ts';
import { count, inBrackets, sentences } from './words.ts';

type Words = (missing: Missing) => string;

const words = {
  'invalid-items': ({ count: number }) =>
    number === undefined
      ? 'some items could not be understood'
      : `${count(number, 'item')} could not be understood`,
  pages: ({ count: number }) =>
    number === undefined ? 'further pages did not come' : `${count(number, 'item')} did not come`,
  'log-limit': ({ from, to }) => sentences('beyond --log-bytes, no lines', span(from, to), 'were read'),
  'log-rotated': ({ from, to }) =>
    sentences('the node rotated the log while it was read; lines', span(from, to), 'may be lost'),
  'log-restarted': ({ from, to }) =>
    sentences('the container restarted while its log was read;', unread(from, to)),
  'log-broken': ({ count: number, from, to }) =>
    sentences(
      number === undefined ? 'the log broke off;' : `the log broke off ${count(number, 'time')};`,
      unread(from, to),
    ),
} satisfies Record<Missing['kind'], Words>;

/** What a fact lacks that was read in part; a clause. */
export function lacking(missing: Missing): string {
  return `${words[missing.kind](missing)}${inBrackets(missing.reason.trim())}`;
}

function unread(from: string | undefined, to: string | undefined): string {
  return sentences(to === undefined ? 'later lines' : 'lines', span(from, to), 'were not read');
}

function span(from: string | undefined, to?: string): string {
  if (from === undefined) return to === undefined ? '' : `before ${instant(to)}`;
  return to === undefined ? `after ${instant(from)}` : `between ${instant(from)} and ${instant(to)}`;
}

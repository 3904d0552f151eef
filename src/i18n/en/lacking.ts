import type { Missing } from '#snapshot/observed.ts';
import { instant } from '../instant.ts';
import { count, inBrackets, sentences } from './words.ts';

type Words = (missing: Missing) => string;

const words = {
  'invalid-items': ({ count: number }) =>
    number === undefined ? 'some items could not be parsed' : `${count(number, 'item')} could not be parsed`,
  pages: ({ count: number }) =>
    number === undefined ? 'further pages could not be read' : `${count(number, 'item')} could not be read`,
  'log-limit': ({ from, to }) => sentences('because of --log-bytes, no lines', span(from, to), 'were read'),
  'log-rotated': ({ from, to }) =>
    sentences('the log was rotated while it was read; lines', span(from, to), 'may be lost'),
  'log-restarted': ({ from, to }) =>
    sentences('the container restarted while its log was read;', unread(from, to)),
  'log-broken': ({ count: number, from, to }) =>
    sentences(
      number === undefined
        ? 'the log stream was interrupted;'
        : `the log stream was interrupted ${count(number, 'time')};`,
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

import type { Missing } from '#snapshot/observed.ts';
import { instant } from '../instant.ts';
import { inBrackets } from './words.ts';

type Words = (missing: Missing) => string;

const words = {
  'invalid-items': ({ count }) => `解釈できない項目${count === undefined ? 'あり' : ` ${count} 件`}`,
  pages: ({ count }) => `取得できなかった項目${count === undefined ? 'あり' : ` ${count} 件`}`,
  'log-limit': ({ from, to }) => `--log-bytes の上限を超えるため、${span(from, to)}行は未読`,
  'log-rotated': ({ from, to }) =>
    `読み取り中にノードがログをローテーションしたため、${span(from, to)}行に欠落の可能性あり`,
  'log-restarted': ({ from, to }) => `読み取り中にコンテナが再起動したため、${span(from, to)}行は未読`,
  'log-broken': ({ count, from, to }) =>
    `ログのストリームが${count === undefined ? '' : ` ${count} 回`}途切れたため、${span(from, to)}行は未読`,
} satisfies Record<Missing['kind'], Words>;

/** What a fact lacks that was read in part; a clause. */
export function lacking(missing: Missing): string {
  return `${words[missing.kind](missing)}${inBrackets(missing.reason.trim())}`;
}

function span(from: string | undefined, to?: string): string {
  if (from === undefined) return to === undefined ? '残りの' : `${instant(to)} より前の`;
  return to === undefined ? `${instant(from)} より後の` : `${instant(from)} から ${instant(to)} までの`;
}

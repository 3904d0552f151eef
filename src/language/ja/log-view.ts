import type { LogViewTexts } from '#language/types/log-view.ts';

const number = (count: number): string => count.toLocaleString('en');

export const logView: LogViewTexts = {
  title: (pod, container, previous) => `${container} の${previous ? '再起動前の' : ''}ログ · ${pod}`,
  position: (row, rows) => `${number(row)} / ${number(rows)}`,
  gap: (count) => (count === undefined ? '… ここの行は未取得 …' : `… ${number(count)} 行は未取得 …`),
  dropped: (count) =>
    count === undefined
      ? '… メモリ節約のため古い行を破棄 …'
      : `… 古い ${number(count)} 行を破棄(新しい行だけを保持) …`,
  end: {
    current: '読み取り済みの末尾です。Enter で続きを読み、w で追従します。',
    previous: '再起動前のログの、読み取り済みの末尾です。Enter で続きを読みます。',
    following: '新しい行はここに現れます。',
    kept: 'スナップショットにある行はここまでです。',
  },
  hidden: (characters) => `(残り ${number(characters)} 文字。y で全文をコピー)`,
  reading: (count, seconds) => `読み取り中… ${number(count)} 行、${seconds} 秒、Esc で中止`,
  following: '追従中',
  followingAbove: '追従中(G で最新の行へ)',
  failed: (what) => `続きを読み取れませんでした: ${what}`,
  filters: { warn: 'warn 以上のみ', error: 'error 以上のみ' },
  stamps: { utc: 'kubelet の時刻(UTC)', age: '各行の経過時間' },
  wrapped: '折り返し',
  column: (column) => `${column} 桁目から`,
  record: '該当の記録',
  notLive: 'スナップショット(保存された行のみ)',
};

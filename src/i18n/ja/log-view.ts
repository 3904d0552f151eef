import type { LogNotes, LogViewTexts } from '#i18n/types/log-view.ts';

const number = (count: number): string => count.toLocaleString('en');

export const logView: LogViewTexts = {
  title: (pod, container, previous) => `${container} の${previous ? '再起動前の' : ''}ログ · ${pod}`,
  position: (row, rows) => `${number(row)} / ${number(rows)}`,
  gap: (count) => (count === undefined ? '… ここの行は未取得 …' : `… ${number(count)} 行は未取得 …`),
  dropped: (count) =>
    count === undefined
      ? '… メモリ使用量を抑えるため古い行を破棄 …'
      : `… 古い ${number(count)} 行を破棄（新しい行だけを保持） …`,
  end: {
    current: '読み取り済みの末尾。Enter で続き、w で追従。',
    previous: '再起動前のログの、読み取り済みの末尾。Enter で続き。',
    following: '新しい行はここに表示されます。',
    kept: 'スナップショットにある行はここまでです。',
  },
  hidden: (characters) => `（残り ${number(characters)} 文字。y で全文をコピー）`,
  goesOn: 'このレコードには続きがあります',
  reading: (count, seconds) => `読み取り中… ${number(count)} 行、${seconds} 秒、Esc で中止`,
  following: '追従中',
  followingAbove: '追従中（G で最新の行へ）',
  failed: (what) => `続きを読み取れませんでした: ${what}`,
  filters: { warn: 'warn 以上のみ', error: 'error 以上のみ' },
  stamps: { utc: 'kubelet の時刻（UTC）', age: '各行の経過時間' },
  unwrapped: '折り返しなし（← → でスクロール）',
  column: (column) => `${column} 桁目から`,
  record: '該当のレコード',
  notLive: 'スナップショット（保存された行のみ）',
};

export const logNotes: { readonly [N in keyof LogNotes]: (params: LogNotes[N]) => string } = {
  logNotLive: () => 'スナップショットにこれ以上の行はありません。クラスターから読み取ってください',
  logStillReading: () => 'このログはまだ読み取り中です。Esc で中止します',
  logFollows: () => 'ログに追従中です。新しい行は自動的に表示されます',
  logUnfollowed: () => '追従を停止しました。w で再開します',
  logFollowEnded: () => 'ログが終わりました。コンテナが停止したか、接続が閉じられました',
  logStopped: () => '中止しました。Enter で続きを読みます',
  logAtStart: () => 'ログの先頭まで表示しています',
  logDropped: () => 'この行は新しい行のために破棄されました。ログを開き直すと読み取れます',
  logOver: () => '再起動前の実行は終了しているため、ログは増えません',
  logNoMore: () => '今のところ、これ以上の行はありません',
  logRead: ({ lines }) => `${lines.toLocaleString('en')} 行を追加しました`,
  logNoPrevious: ({ container }) => `${container} に再起動前のログはありません`,
  logNoCurrent: ({ container }) => `${container} に現在のログはありません`,
  logWrapped: () => '折り返し表示中です。z で 1 行表示にします',
};

import type { UiTexts } from '#i18n/types/ui.ts';
import { logNotes, logView } from './log-view.ts';
import { runs } from './runs.ts';
import { actions, groups } from './ui-keys.ts';
import { ageOf, ago } from './words.ts';

export const ui: UiTexts = {
  actions,
  groups,
  notes: {
    ...logNotes,
    copiedCommand: ({ command }) => `端末のクリップボードに送りました（もう一度 c で表示）: ${command}`,
    copiedEvidence: ({ lines }) => `端末のクリップボードに送りました（もう一度 y で表示）: 証拠 ${lines} 行`,
    tooLongToCopy: ({ kilobytes }) =>
      `端末のクリップボードには長すぎます（${kilobytes} kB）。ここで選択するか、レポートに書き出してください`,
    nothingSelected: () => '一覧が空のため、選択中の行がありません',
    noCommand: () => 'この行にはコピーできるコマンドがありません',
    noEvidence: () => 'この行にはコピーできる証拠の原文がありません',
    lastStep: ({ step }) => `${step} が最後のステップです`,
    firstStep: ({ step }) => `${step} が最初のステップです`,
    replayed: () => 'スナップショットです。新しいデータはクラスターから読み取ってください',
    stillReading: () => 'まだ読み取り中です。Esc で中止します',
    nothingRunning: () => '読み取り中のものはありません。q で終了します',
    nothingRead: () => 'まだ何も読み取っていないため、書き出せません',
    readAgain: ({ step }) => `更新しています: ${step}`,
    readAllAgain: () => 'すべてを更新しています',
    cancelled: () => '読み取りを中止しました。r、R で更新します',
    readDone: ({ counts, seconds }) =>
      `${seconds} 秒で更新しました${counts === undefined ? '' : `: ${runs.counts(counts)}`}`,
    severalMeshes: ({ count }) => `メッシュが ${count} 件あります。m で選択します`,
    nothingToChoose: () => '一致するものがないため、選択できません',
    context: ({ context }) => `コンテキスト ${context} を読み取っています`,
    sameContext: ({ context }) => `${context} は表示中です。R で更新します`,
    noContext: () => 'コンテキストが未選択です。m で選択します',
    watchStarted: ({ seconds }) =>
      `正常になるまで ${seconds} 秒ごとに監視し、変化がなければ間隔を延ばします。w か Esc で停止`,
    watchStopped: () => '監視を停止しました。w で再開します',
    watchChanged: ({ counts }) => `変化: ${runs.counts(counts)}`,
    watchReplay: () => 'スナップショットは変化しません。クラスターを監視してください',
    alreadyHealthy: () => 'すでに正常です。R で更新します',
    healthyNow: () => '正常になりました。監視を終了しました',
    mesh: ({ mesh }) => `メッシュ ${mesh}`,
    language: () => '日本語（L: English）',
    unknownKey: ({ key }) => `${key} はここでは使えません。? でキーの一覧を表示します`,
    notHere: ({ action, key, where }) =>
      `${key === ' ' ? 'Space' : key} はここでは使えません。使える場所: ${where}（${action}）`,
    commandsAlready: () => 'Enter か番号で、コマンドを 1 つコピーします',
    formatsAlready: () => 'Enter か番号で、形式を選択します',
    atTop: () => '先頭です',
    atBottom: () => '末尾です',
    atLeft: () => '左端です',
    atRight: () => '右端です',
    alreadyThere: ({ step }) => `${step} は表示中です`,
    noSuchChoice: () => 'その番号の選択肢はありません',
    noSearch: () => 'まだ検索していません。/ で検索します',
    nothingToSearch: () => 'ここには検索対象がありません',
    noMatch: ({ query }) => `「${query}」は見つかりません`,
    searchFromTop: ({ count, number, query }) => `/${query}: ${number}/${count} 件目（先頭に戻りました）`,
    searchFromBottom: ({ count, number, query }) => `/${query}: ${number}/${count} 件目（末尾に戻りました）`,
    nothingToFilter: () => '絞り込む行がまだありません',
    leftOut: ({ id }) => `${id} を除外（Space で戻す）。診断結果は変わりません`,
    inReport: ({ id }) => `${id} をレポートに戻しました`,
    reportFailed: ({ file }) => `${file} に書き出せませんでした。e で再試行すると、理由を表示します`,
    notInReport: () => 'レポートから除外できるのは検出結果と原因だけです',
    nothingToOpen: () => '開く行がありません',
    noOtherPane: () => '切り替え先のペインがありません',
    timelineStart: () => 'タイムラインの先頭です',
    timelineEnd: () => 'タイムラインの末尾（読み取り時点）です',
    timelineWhole: () => 'タイムライン全体を表示しています。+ で拡大します',
    timelineClosest: ({ seconds }) => `${seconds} 秒未満の期間は表示できません。- で縮小します`,
    pasteIgnored: () => '貼り付けできるのは入力欄だけです',
    resumed: () => '再開しました',
    cannotSuspend: () => 'この端末ではプログラムを一時停止できません',
  },
  header: {
    context: 'ctx',
    mesh: 'メッシュ',
    ofMeshes: (index, count) => `${index}/${count}`,
    demo: 'DEMO',
    file: 'ファイル',
  },
  walk: [
    '失敗したプローブから根本原因まで、5 ステップで調べます。',
    '→ で次へ、Enter で行を開く、o でガイド、? で全キー。',
  ],
  progress: {
    connecting: '接続中…',
    reading: (what, done, total, seconds) => {
      const now =
        what.length === 0
          ? '読み取り中'
          : `${what[0]}${what.length > 1 ? ` ほか ${what.length - 1} 件` : ''}`;
      const count = total > 0 ? `リクエスト ${done}/${total}` : `リクエスト ${done} 件`;
      return `${count}、${seconds} 秒 · ${now}…`;
    },
    cancelled: '読み取りは中止されました。未読の部分は未確認です',
  },
  read: {
    justNow: '読み取り: たった今',
    over: (age) => `読み取り: ${ageOf(age)}以上前`,
    ago: (age) => `読み取り: ${ago(age)}`,
    at: (time) => `${time} 時点`,
  },
  firstHeadline: 'クラスターを読み取っています…',
  noContext: 'コンテキストが未選択です。m で kubeconfig のコンテキストを一覧表示します。',
  panes: {
    overview: '概要',
    detail: '詳細',
    position: (first, last, total) => `${first}–${last} / ${total}`,
    noRows: '項目はありません',
  },
  timeline: {
    titles: (from, to, length, day) => {
      const when = day === undefined ? `${from} ～ ${to}` : `${from} ～ ${to} UTC（${day}）`;
      return [`タイムライン: ${length}、${when}`, `タイムライン: ${when}`, when];
    },
    row: (kind, number) => `${kind} ${number}`,
    moment: (from, to, age, entries) =>
      `${ago(age)}、${from}${to === from ? '' : ` ～ ${to}`}: ${entries} 件`,
    entry: (time, age, kind, subject, text) =>
      `${time}（${ago(age)}）${kind}: ${text === '' ? '' : `${text} · `}${subject}`,
    often: (number, length) => (length === '' ? ` ×${number}` : ` ×${number}（${ageOf(length)}間）`),
    nothing: 'この時刻の項目はありません。↑ ↓ で最も近い項目へ移動します。',
  },
  linear: {
    intro: '読み上げ向けの表示です。内容を 1 行ずつテキストで表示します。? でキーの一覧、q で終了します。',
    step: (number, total, tab, status) => `ステップ ${number}/${total}、${tab}: ${status}。`,
    row: (number, total, what) => `${total} 件中 ${number} 件目: ${what}`,
    selected: (what) => `選択中: ${what}`,
    noRows: '一覧は空です。',
    timeline: (rows) => `内訳: ${rows.join('、')}。`,
    command: (number, command) =>
      number === undefined ? `コマンド: ${command}` : `コマンド ${number}: ${command}`,
    equivalent: (command) => `または、現在のコンテキストでのみ: ${command}`,
    cell: (column, value) => `${column}: ${value}`,
    betweenCells: '、',
  },
  help: {
    title: 'キー',
    intro: 'このプログラムは読み取りのみを行います。クラスターを変更するキーはありません。',
    marks: {
      critical: '重大',
      warning: '警告',
      ok: '確認済み、問題なし',
      unknown: '未確認',
      info: '参考',
      pending: '読み取り中',
    },
  },
  guide: {
    title: (step) => `ガイド: ${step}`,
    stale: '公開されているガイドの古い箇所',
    published: '公開されているガイド（英語）',
  },
  log: logView,
  search: {
    found: (query, number, count) =>
      number > 0
        ? `/${query}: ${number}/${count} 件目`
        : count > 0
          ? `/${query}: ${count} 件`
          : `「${query}」は見つかりません`,
    typed: (number, count) =>
      count === 0 ? '見つかりません' : number > 0 ? `${number}/${count} 件目` : `${count} 件`,
    searching: (number, count) => (number > 0 ? `検索中 ${number}/${count} 件目` : `検索中 ${count} 件`),
    hint: '大文字を含めると大文字と小文字を区別します',
  },
  filters: {
    names: { warning: '警告以上と未確認', critical: '重大' },
    head: (name, hidden) => `${name}のみ表示 · 非表示 ${hidden} 件`,
    empty: (hidden) => `該当する行はありません（非表示 ${hidden} 件）。f で表示を広げます`,
  },
  leftOut: '（除外）',
  commands: {
    title: 'コマンドのコピー',
    intro: '1 つずつコピーし、結果を確認してから次を実行してください。',
  },
  copy: { title: '下の文字列をマウスで選択してコピーできます' },
  export: {
    title: 'レポートの書き出し',
    askFormat: '形式を選択してください。',
    formats: {
      markdown: 'Markdown（Issue や Wiki 向け）',
      html: 'HTML（ブラウザーで開ける 1 ファイル）',
      json: 'JSON（プログラム向け）',
      text: 'プレーンテキスト',
    },
    askPath: '書き出し先のファイル名を入力してください。',
    pathHint: '既存のファイルは上書きしません。レポートにクラスターの秘密情報は含まれません。',
    emptyPath: 'ファイル名を入力してください。',
    writing: (file) => `${file} に書き出しています…`,
    done: (file) => `書き出しました: ${file}`,
    soFar: '読み取り中です。レポートには、現時点で判明している内容だけが含まれます。',
    before: '更新中です。レポートには、前回の読み取りの内容が含まれます。',
    close: 'Enter または Esc で閉じます。',
  },
  problem: {
    title: 'クラスターを読み取れませんでした',
    retry: 'R で再試行、m で別のコンテキストを選択、q で終了します。',
    chooseContext: '別のコンテキスト',
  },
  tooSmall: (columns, rows, minColumns, minRows) => [
    `端末の大きさは ${columns}×${rows} です。osm-edge-doctor には ${minColumns}×${minRows} 以上が必要です。`,
    '端末を広げてください。読み取りは続いています。Ctrl-C で終了します。',
  ],
  step: (number, tab) => `${number} ${tab}`,
};

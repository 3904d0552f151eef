import type { UiTexts } from '#i18n/types/ui.ts';
import { logNotes, logView } from './log-view.ts';
import { runs } from './runs.ts';
import { actions, groups } from './ui-keys.ts';

export const ui: UiTexts = {
  actions,
  groups,
  notes: {
    ...logNotes,
    copiedCommand: ({ command }) => `端末のクリップボードに送りました(もう一度 c で表示): ${command}`,
    copiedEvidence: ({ lines }) => `端末のクリップボードに送りました(もう一度 y で表示): 証拠 ${lines} 行`,
    tooLongToCopy: ({ kilobytes }) =>
      `端末のクリップボードには長すぎます(${kilobytes} kB)。ここで選択するか、レポートに書き出してください`,
    nothingSelected: () => '一覧が空なので、選択されている行がありません',
    noCommand: () => 'この行にはコピーできるコマンドがありません',
    noEvidence: () => 'この行にはコピーできる証拠の原文がありません',
    lastStep: ({ step }) => `${step} が最後のステップです`,
    firstStep: ({ step }) => `${step} が最初のステップです`,
    replayed: () => 'スナップショットです。新しい状態はクラスターから読み取ってください',
    stillReading: () => 'まだ読み取り中です。Esc で中止します',
    nothingRunning: () => '読み取り中のものはありません。q で終了します',
    nothingRead: () => 'まだ何も読み取っていないため、書き出すものがありません',
    readAgain: ({ step }) => `もう一度読み取っています: ${step}`,
    readAllAgain: () => 'すべてをもう一度読み取っています',
    cancelled: () => '読み取りを中止しました。r、R で読み直します',
    readDone: ({ counts, seconds }) =>
      `${seconds} 秒で読み直しました${counts === undefined ? '' : `: ${runs.counts(counts)}`}`,
    severalMeshes: ({ count }) => `メッシュが ${count} 個あります。m で選べます`,
    nothingToChoose: () => '一致するものがないため、選べません',
    context: ({ context }) => `コンテキスト ${context} を読み取っています`,
    sameContext: ({ context }) => `${context} は表示中です。R で読み直します`,
    noContext: () => 'コンテキストがまだ選ばれていません。m で選びます',
    watchStarted: ({ seconds }) =>
      `正常になるまで ${seconds} 秒ごとに監視し、変化がなければ間隔を延ばします。w か Esc で停止`,
    watchStopped: () => '監視を停止しました。w で再開します',
    watchChanged: ({ counts }) => `変化: ${runs.counts(counts)}`,
    watchReplay: () => 'スナップショットは変化しないため、監視できません。クラスターを直接監視してください',
    alreadyHealthy: () => 'すでに正常です。R で読み直します',
    healthyNow: () => '正常になりました。監視を終了しました',
    mesh: ({ mesh }) => `メッシュ ${mesh}`,
    language: () => '日本語(L: English)',
    unknownKey: ({ key }) => `${key} はここでは使えません。? でキーの一覧を表示します`,
    notHere: ({ action, key, where }) =>
      `${key === ' ' ? 'Space' : key} が使えるのは別の場所です(${where}): ${action}`,
    commandsAlready: () => 'Enter か番号で、この中の 1 つをコピーします',
    formatsAlready: () => 'Enter か番号で、形式を 1 つ選びます',
    atTop: () => 'これより上はありません',
    atBottom: () => 'これより下はありません',
    atLeft: () => 'これより左はありません',
    atRight: () => 'これより右はありません',
    alreadyThere: ({ step }) => `すでに ${step} です`,
    noSuchChoice: () => 'その番号の選択肢はありません',
    noSearch: () => 'まだ検索していません。/ で検索します',
    nothingToSearch: () => 'ここには検索するものがありません',
    noMatch: ({ query }) => `「${query}」は見つかりません`,
    searchFromTop: ({ count, number, query }) => `/${query}: ${number}/${count} 件目(先頭に戻りました)`,
    searchFromBottom: ({ count, number, query }) => `/${query}: ${number}/${count} 件目(末尾に戻りました)`,
    nothingToFilter: () => '絞り込む行がまだありません',
    leftOut: ({ id }) => `${id} をレポートから除外(Space で戻す)。判定は不変です`,
    inReport: ({ id }) => `${id} をレポートに戻しました`,
    reportFailed: ({ file }) => `${file} に書き込めませんでした。e でもう一度試すと、理由が表示されます`,
    notInReport: () => 'レポートから除けるのは検出結果と原因だけです',
    nothingToOpen: () => '開ける行がありません',
    noOtherPane: () => '切り替え先のペインがありません',
    timelineStart: () => 'タイムラインの先頭です',
    timelineEnd: () => 'タイムラインの末尾(読み取り時点)です',
    timelineWhole: () => 'タイムライン全体を表示しています。+ で拡大します',
    timelineClosest: ({ seconds }) => `${seconds} 秒より短い期間は表示できません。- で縮小します`,
    pasteIgnored: () => '貼り付けは入力欄でだけ受け付けます',
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
    cancelled: '読み取りは中止されました。読めていないものは未確認です',
  },
  read: {
    justNow: '読み取り: たった今',
    over: (age) => `読み取り: ${age} 以上前`,
    ago: (age) => `読み取り: ${age} 前`,
    at: (time) => `${time} 時点`,
  },
  firstHeadline: 'クラスターを読み取っています…',
  noContext: 'コンテキストがまだ選ばれていません。m で kubeconfig のコンテキストを一覧します。',
  panes: {
    overview: '概要',
    detail: '詳細',
    position: (first, last, total) => `${first}–${last} / ${total}`,
    noRows: '該当するものはありません',
  },
  timeline: {
    titles: (from, to, length, day) => {
      const when = day === undefined ? `${from} ～ ${to}` : `${from} ～ ${to} UTC(${day})`;
      return [`タイムライン: ${length}、${when}`, `タイムライン: ${when}`, when];
    },
    row: (kind, number) => `${kind} ${number}`,
    moment: (from, to, age, entries) => `${age} 前、${from}${to === from ? '' : ` ～ ${to}`}: ${entries} 件`,
    entry: (time, age, kind, subject, text) =>
      `${time} (${age} 前) ${kind}: ${text === '' ? '' : `${text} · `}${subject}`,
    often: (number, length) => (length === '' ? ` ×${number}` : ` ×${number} (${length} の間)`),
    nothing: 'この時刻の記録はありません。↑ ↓ で最も近い記録へ移動します。',
  },
  linear: {
    intro: '読み上げ向けの表示です。内容を 1 行ずつ言葉で伝えます。? でキーの一覧、q で終了します。',
    step: (number, total, tab, status) => `ステップ ${number}/${total}、${tab}: ${status}。`,
    row: (number, total, what) => `${total} 件中 ${number} 件目: ${what}`,
    selected: (what) => `選択中: ${what}`,
    noRows: '一覧は空です。',
    timeline: (rows) => `内訳: ${rows.join('、')}。`,
    command: (number, command) =>
      number === undefined ? `コマンド: ${command}` : `コマンド ${number}: ${command}`,
    equivalent: (command) => `kubectl では: ${command}`,
    cell: (column, value) => `${column}: ${value}`,
    betweenCells: '、',
  },
  help: {
    title: 'キー',
    intro: 'このプログラムは読み取るだけです。クラスターを変更するキーはありません。',
    marks: {
      critical: '重大',
      warning: '警告',
      ok: '確認済み、異常なし',
      unknown: '未確認',
      info: '参考',
      pending: '読み取り中',
    },
  },
  guide: {
    title: (step) => `ガイド: ${step}`,
    stale: '公開されているガイドの古い箇所',
    published: '公開されているガイド(英語)',
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
    empty: (hidden) => `該当する行はありません(非表示 ${hidden} 件)。f で表示を広げます`,
  },
  leftOut: '(除外)',
  commands: {
    title: 'コマンドのコピー',
    intro: '1 つずつコピーします。結果を確かめてから次を実行してください。',
  },
  copy: { title: '下の文字列をマウスで選択してコピーできます' },
  export: {
    title: 'レポートの書き出し',
    askFormat: '形式を選んでください。',
    formats: {
      markdown: 'Markdown(Issue や Wiki 向け)',
      html: 'HTML(ブラウザーで開ける 1 ファイル)',
      json: 'JSON(プログラム向け)',
      text: 'プレーンテキスト',
    },
    askPath: '書き出し先のファイル名を入力してください。',
    pathHint: '既存のファイルは上書きしません。レポートにクラスターの秘密情報は含まれません。',
    emptyPath: 'ファイル名を入力してください。',
    writing: (file) => `${file} に書き出しています…`,
    done: (file) => `書き出しました: ${file}`,
    soFar: '読み取り中です。レポートには現時点で分かっていることだけが入ります。',
    before: '再読取中です。レポートには前回の読み取りの内容が入ります。',
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

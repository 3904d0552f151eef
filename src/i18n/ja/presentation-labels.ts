import type { ColumnTexts, CoverageTexts, LabelTexts } from '#i18n/types/presentation.ts';
import { ago, list } from './words.ts';

export const labels: LabelTexts = {
  evidence: '証拠',
  next: '次に確認すること',
  remedy: '実行するコマンド',
  noRemedy: 'これを修正するコマンドはありません。確認すべき箇所は、証拠からわかります。',
  restsOn: '証拠',
  why: '説明',
  reference: (id) => `詳細: osm-edge-doctor explain ${id}、docs/findings.ja.md#${id.toLowerCase()}`,
  needed: '必須',
  speaksFor: '裏付け',
  speaksAgainst: '矛盾',
  effects: '影響',
  effect: (text) => `影響: ${text}`,
  over: '以前に発生しましたが、現在は解消しています。',
  changedBefore: (fields, object, manager, time, age) =>
    `最初の失敗より ${ago(age)}の変更（${time}）: ${object} の ${list(fields, 4)}${manager === '' ? '' : `（変更元: ${manager}）`}。`,
  since: (time, age) => `${time} から（${ago(age)}）。`,
  explainedBy: '根本原因',
  effectOf: '次の根本原因による影響',
  guide: 'ガイド',
  guideCommands: 'ガイドのコマンド（このクラスターの名前に置き換え済み）',
  guideStale: '公開されているガイドの古い箇所',
  notChecked: '確認できなかったこと',
  rulesToAdd: '使用中のアカウントに不足している RBAC のルール',
  coverage: 'リクエストと応答',
  timeline: 'タイムライン（UTC）',
  more: (left) => `ほか ${left} 件は省略`,
  init: 'init',
  fixThenCheck: '修正後に再確認します（r）。',
  demo: 'DEMO: 記録されたデータです。実際のクラスターではありません。',
};

export const columns: ColumnTexts = {
  time: '時刻',
  what: '種類',
  about: '対象',
  text: '内容',
  times: '回数',
  asked: 'リクエスト',
  answered: '応答',
};

export const coverage: CoverageTexts = {
  answered: (items) => `応答あり: ${items} 件`,
  none: '応答あり: 該当なし',
  pending: '読み取り中',
  cancelled: '中止',
  refused: (verb, resource, scope) => `拒否: ${verb} ${resource}（${scope}）`,
  failed: (reason) => `失敗: ${reason}`,
  partial: (items, reasons) => `一部のみ: ${items} 件、${list(reasons)}`,
  clusterWide: 'クラスター全体',
  inNamespace: (namespace) => `名前空間「${namespace}」`,
};

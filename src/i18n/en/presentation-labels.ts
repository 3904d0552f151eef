import type { ColumnTexts, CoverageTexts, LabelTexts } from '#i18n/types/presentation.ts';
import { list } from './words.ts';

export const labels: LabelTexts = {
  evidence: 'Evidence',
  next: 'What to check next',
  remedy: 'What to run',
  noRemedy: 'No command fixes this. The evidence shows where to look.',
  restsOn: 'Evidence',
  why: 'Explanation',
  reference: (id) => `More: osm-edge-doctor explain ${id}, docs/findings.md#${id.toLowerCase()}`,
  needed: 'required',
  speaksFor: 'supports it',
  speaksAgainst: 'contradicts it',
  effects: 'Effects',
  effect: (text) => `effect: ${text}`,
  over: 'Resolved; was active earlier.',
  changedBefore: (fields, object, manager, time, age) =>
    `Changed ${age} before the first failure (${time}): ${list(fields, 4)} of ${object}${manager === '' ? '' : `, by "${manager}"`}.`,
  since: (time, age) => `Since ${time} (${age} ago).`,
  explainedBy: 'Root cause',
  effectOf: 'Effect of',
  guide: 'The guide',
  guideCommands: 'The commands of the guide, with the names of this cluster',
  guideStale: 'Where the published guide is out of date',
  notChecked: 'What could not be checked',
  rulesToAdd: 'RBAC rules that the current account lacks',
  coverage: 'Requests and responses',
  timeline: 'Timeline (UTC)',
  more: (left) => `${left} more not shown`,
  init: 'init',
  fixThenCheck: 'Fix it, then check again (r).',
  demo: 'DEMO: recorded data, not your cluster.',
};

export const columns: ColumnTexts = {
  time: 'TIME',
  what: 'TYPE',
  about: 'OBJECT',
  text: 'DETAILS',
  times: 'TIMES',
  asked: 'REQUEST',
  answered: 'RESPONSE',
};

export const coverage: CoverageTexts = {
  answered: (items) => `answered: ${items}`,
  none: 'answered: none exists',
  pending: 'still being read',
  cancelled: 'canceled',
  refused: (verb, resource, scope) => `denied: ${verb} ${resource} ${scope}`,
  failed: (reason) => `failed: ${reason}`,
  partial: (items, reasons) => `in part: ${items}; ${list(reasons)}`,
  clusterWide: 'cluster-wide',
  inNamespace: (namespace) => `in namespace ${namespace}`,
};

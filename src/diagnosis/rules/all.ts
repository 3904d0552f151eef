import type { CauseCode } from '../cause-catalogue.ts';
import type { CauseRule } from '../cause-rule.ts';
import { absenceRules } from './absence.ts';
import { apiRules } from './api.ts';
import { certificateRules } from './certificates.ts';
import { fallbackRules } from './fallbacks.ts';
import { injectionRules } from './injection.ts';
import { podRules } from './pods.ts';
import { probeRules } from './probes.ts';
import { processRules } from './process.ts';
import { webhookRules } from './webhooks.ts';

/** The table of causes. Rows of last resort are tried in this order, after all others. */
export const rules: readonly CauseRule[] = [
  ...injectionRules,
  ...absenceRules,
  ...webhookRules,
  ...podRules,
  ...apiRules,
  ...processRules,
  ...certificateRules,
  ...probeRules,
  ...fallbackRules,
];

const byCode = new Map(rules.map((rule) => [rule.code, rule]));

/** The row of a cause; every code has exactly one (a test holds that). */
export function ruleOf(code: CauseCode): CauseRule {
  const rule = byCode.get(code);
  if (rule === undefined) throw new Error(`no rule for cause ${code}`);
  return rule;
}

import type { CheckResult } from '#diagnosis/check.ts';
import type { Texts } from '#i18n/texts.ts';

/** What was looked at, and how many checks stay open: nobody shall take a number for the whole. */
export function summarySentence(sentence: string, checks: readonly CheckResult[], texts: Texts): string {
  const unmade = checks.filter(({ status }) => status === 'not-checked');
  // Without a control plane they lack no fact: there is nothing to look at.
  const notChecked = unmade.some(({ gaps }) => gaps.length > 0) ? unmade.length : 0;
  const pending = checks.filter(({ status }) => status === 'pending').length;
  const open = texts.presentation.looked.open(notChecked, pending);
  if (open === '') return sentence;
  // Japanese sentences follow each other without a space.
  return sentence.endsWith('。') ? `${sentence}${open}` : `${sentence} ${open}`;
}

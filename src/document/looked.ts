import type { CheckResult } from '#diagnosis/check.ts';
import type { Texts } from '#language/texts.ts';

/** What was looked at, and how many checks stay open: nobody shall take a number for the whole. */
export function lookedSentence(sentence: string, checks: readonly CheckResult[], texts: Texts): string {
  const notChecked = checks.filter(({ status }) => status === 'not-checked').length;
  const pending = checks.filter(({ status }) => status === 'pending').length;
  const open = texts.document.looked.open(notChecked, pending);
  if (open === '') return sentence;
  // Japanese sentences follow each other without a space.
  return sentence.endsWith('。') ? `${sentence}${open}` : `${sentence} ${open}`;
}

import type { Cause } from '#diagnosis/cause.ts';
import type { Finding } from '#diagnosis/finding.ts';
import type { Subject } from '#diagnosis/subject.ts';
import type { BeforeCheck, CommandEffect, Purpose } from '#diagnosis/remedy.ts';
import type { Texts } from '#i18n/texts.ts';

/**
 * The catalogue holds one function a code, typed by the code's own parameters. A finding, a cause or a command pairs
 * a code with its parameters, which the compiler cannot follow through an index; these functions carry it over.
 */
interface Sentences {
  title(params: unknown, subject: Subject): string;
  headline(params: unknown, subject: Subject): string;
  explanation(params: unknown, subject: Subject): string;
  next(params: unknown, subject: Subject): string;
}
type Said = (params: unknown, answer?: BeforeCheck['answer']) => string;

export function findingTitle({ code, params, subject }: Finding, texts: Texts): string {
  return (texts.findings[code] as unknown as Sentences).title(params, subject);
}

export function findingExplanation({ code, params, subject }: Finding, texts: Texts): string {
  return (texts.findings[code] as unknown as Sentences).explanation(params, subject);
}

export function findingNext({ code, params, subject }: Finding, texts: Texts): string {
  return (texts.findings[code] as unknown as Sentences).next(params, subject);
}

export function causeHeadline({ code, params, subject }: Cause, texts: Texts): string {
  return (texts.causes[code] as unknown as Sentences).headline(params, subject);
}

export function causeExplanation({ code, params, subject }: Cause, texts: Texts): string {
  return (texts.causes[code] as unknown as Sentences).explanation(params, subject);
}

/** Why a command is run. */
export function purposeText({ code, params }: Purpose, texts: Texts): string {
  return (texts.remedies.purposes[code] as unknown as Said)(params);
}

/** What a command alters. */
export function effectText({ code, params }: CommandEffect, texts: Texts): string {
  return (texts.remedies.effects[code] as unknown as Said)(params);
}

/** What was, or must be, checked before it. */
export function beforeText({ code, params, answer }: BeforeCheck, texts: Texts): string {
  return (texts.remedies.before[code] as unknown as Said)(params, answer);
}

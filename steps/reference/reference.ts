import type { CauseCode } from '#diagnosis/registry.ts';
import type { LifeStage } from '#diagnosis/life-stage.ts';
import type { Cause } from '#diagnosis/cause.ts';
import type { FindingPattern } from '#diagnosis/finding-pattern.ts';
import type { Finding } from '#diagnosis/finding.ts';
import type { StepId } from '#diagnosis/step.ts';
import type { FindingCode } from '#diagnosis/registry.ts';
import { causeCodes, causeDefinition, findingDefinition } from '#steps/catalogue.ts';
import type { Severity } from '#diagnosis/severity.ts';
import type { Texts } from '#i18n/texts.ts';
import { podSubject } from '#steps/shared/placeholders.ts';
import { placeholderRemedy } from './placeholder-context.ts';
import {
  causeExplanation,
  causeHeadline,
  findingExplanation,
  findingNext,
  findingTitle,
  purposeText,
} from '#presentation/message-lookup.ts';

/** What the catalogues say of one finding, with names in angle brackets: for `explain` and docs/findings. */
export interface FindingEntry {
  readonly id: string;
  readonly code: FindingCode;
  readonly step: StepId;
  /** Worst first. */
  readonly severities: readonly Severity[];
  /** One for each of its kinds. */
  readonly cases: readonly {
    readonly title: string;
    readonly explanation: string;
    /** Absent where the case after it has the same. */
    readonly next: string | undefined;
  }[];
  /** Causes that need it, and causes that it only speaks for or against. */
  readonly neededBy: readonly CauseCode[];
  readonly supports: readonly CauseCode[];
  readonly contradicts: readonly CauseCode[];
}

/** The same of one cause. */
export interface CauseEntry {
  readonly id: string;
  readonly code: CauseCode;
  readonly stage: LifeStage;
  /** The row of the table of causes it comes from. */
  readonly source: string;
  /** Tried only for what no other cause explains. */
  readonly fallback: boolean;
  readonly headline: string;
  readonly explanation: string;
  /** One group a requirement; any finding of a group meets it. */
  readonly requires: readonly (readonly FindingCode[])[];
  readonly supports: readonly FindingCode[];
  readonly contradicts: readonly FindingCode[];
  readonly leadsTo: readonly CauseCode[];
  /** Why each command of its remedy is run, in their order. */
  readonly remedy: readonly string[];
}

export function findingEntry(code: FindingCode, texts: Texts): FindingEntry {
  const { exampleSubject: subject = podSubject, examples, id, severities, step } = findingDefinition(code);
  const findings = examples.map(
    (params) => ({ code, subject, params, severity: 'info', evidence: [] }) as unknown as Finding,
  );
  const named = (patterns: readonly FindingPattern[]): boolean =>
    patterns.some(({ codes }) => codes.includes(code));
  const causesWhere = (holds: (code: CauseCode) => boolean): readonly CauseCode[] => causeCodes.filter(holds);
  return {
    id,
    code,
    step,
    severities,
    cases: findings.map((finding, index) => {
      const next = findingNext(finding, texts);
      const following = findings[index + 1];
      const isSaidAgain = following !== undefined && findingNext(following, texts) === next;
      return {
        title: findingTitle(finding, texts),
        explanation: findingExplanation(finding, texts),
        next: isSaidAgain ? undefined : next,
      };
    }),
    neededBy: causesWhere((cause) => named(causeDefinition(cause).requires)),
    supports: causesWhere(
      (cause) => named(causeDefinition(cause).supports) && !named(causeDefinition(cause).requires),
    ),
    contradicts: causesWhere((cause) => named(causeDefinition(cause).contradicts)),
  };
}

export function causeEntry(code: CauseCode, texts: Texts): CauseEntry {
  const rule = causeDefinition(code);
  const { example: params, exampleSubject: subject = podSubject } = rule;
  const cause = { code, subject, params } as unknown as Cause;
  return {
    id: rule.id,
    code,
    stage: rule.stage,
    source: rule.source,
    fallback: rule.fallback,
    headline: causeHeadline(cause, texts),
    explanation: causeExplanation(cause, texts),
    requires: rule.requires.map(({ codes }) => codes),
    supports: codesIn(rule.supports),
    contradicts: codesIn(rule.contradicts),
    leadsTo: [...new Set(rule.leadsTo.map((edge) => edge.cause as CauseCode))],
    remedy: [...new Set(placeholderRemedy(code).map(({ purpose }) => purposeText(purpose, texts)))],
  };
}

function codesIn(patterns: readonly FindingPattern[]): readonly FindingCode[] {
  return [...new Set(patterns.flatMap(({ codes }) => codes))];
}

/** `OED101 stray-sidecar`, as a finding is named in a list. */
export function findingName(code: FindingCode): string {
  return `${findingDefinition(code).id} ${code}`;
}

/** `OED501 injected-by-other-mesh`; a finding may have the same code as the cause that it shows, never the same id. */
export function causeName(code: CauseCode): string {
  return `${causeDefinition(code).id} ${code}`;
}

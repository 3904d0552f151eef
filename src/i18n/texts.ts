import type { CauseTexts } from './types/causes.ts';
import type { CheckTexts } from './types/checks.ts';
import type { CliTexts } from './types/cli.ts';
import type { PresentationTexts } from './types/presentation.ts';
import type { ErrorCodeTexts } from './types/error-codes.ts';
import type { FindingTexts } from './types/findings.ts';
import type { ProblemTexts } from './types/problems.ts';
import type { ReferenceTexts } from './types/reference.ts';
import type { RemedyTexts } from './types/remedies.ts';
import type { ReportTexts } from './types/report.ts';
import type { RunTexts } from './types/runs.ts';
import type { StepTexts } from './types/steps.ts';
import type { UiTexts } from './types/ui.ts';

export const languages = ['en', 'ja'] as const;
export type Language = (typeof languages)[number];

/** Everything the program says, in one language. One file a section; a missing entry does not compile. */
export interface Texts {
  readonly findings: FindingTexts;
  readonly causes: CauseTexts;
  readonly remedies: RemedyTexts;
  readonly checks: CheckTexts;
  readonly steps: StepTexts;
  readonly errorCodes: ErrorCodeTexts;
  readonly problems: ProblemTexts;
  readonly presentation: PresentationTexts;
  readonly report: ReportTexts;
  readonly ui: UiTexts;
  readonly cli: CliTexts;
  readonly reference: ReferenceTexts;
  readonly runs: RunTexts;
}

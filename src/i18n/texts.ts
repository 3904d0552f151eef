import type { CheckId } from '#diagnosis/registry.ts';
import type { CauseTexts } from './types/causes.ts';
import type { CliTexts } from './types/cli.ts';
import type { PresentationTexts } from './types/presentation.ts';
import type { ErrorCodeTexts } from './types/error-codes.ts';
import type { FindingTexts } from './types/findings.ts';
import type { ProblemTexts } from './types/problems.ts';
import type { ReadingTexts } from './types/reading.ts';
import type { ReferenceTexts } from './types/reference.ts';
import type { RemedyTexts } from './types/remedies.ts';
import type { ReportTexts } from './types/report.ts';
import type { RunTexts } from './types/runs.ts';
import type { ScreensTexts, CheckTexts } from './types/steps.ts';
import type { UiTexts } from './types/ui.ts';

export const languages = ['en', 'ja'] as const;
export type Language = (typeof languages)[number];

/** What the program says around the steps: the folders `en`, `ja`. A missing entry does not compile. */
export interface ShellTexts {
  readonly presentation: PresentationTexts;
  readonly reading: ReadingTexts;
  readonly problems: ProblemTexts;
  readonly report: ReportTexts;
  readonly ui: UiTexts;
  readonly cli: CliTexts;
  readonly reference: ReferenceTexts;
  readonly runs: RunTexts;
}

/** Everything the program says, in one language: the shell, and what stands with the steps (`steps/texts.*.ts`). */
export interface Texts extends ShellTexts {
  /** By screen: its frame, and the words of its tables. */
  readonly steps: ScreensTexts;
  readonly checks: CheckTexts<CheckId>;
  readonly findings: FindingTexts;
  readonly causes: CauseTexts;
  readonly remedies: RemedyTexts;
  readonly errorCodes: ErrorCodeTexts;
}

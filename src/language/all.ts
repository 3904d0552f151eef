import { causes as causesEn } from './en/causes.ts';
import { checks as checksEn } from './en/checks.ts';
import { cli as cliEn } from './en/cli.ts';
import { document as documentEn } from './en/document.ts';
import { errorCodes as errorCodesEn } from './en/error-codes.ts';
import { findings as findingsEn } from './en/findings.ts';
import { problems as problemsEn } from './en/problems.ts';
import { reference as referenceEn } from './en/reference.ts';
import { remedies as remediesEn } from './en/remedies.ts';
import { report as reportEn } from './en/report.ts';
import { steps as stepsEn } from './en/steps.ts';
import { ui as uiEn } from './en/ui.ts';
import { causes as causesJa } from './ja/causes.ts';
import { checks as checksJa } from './ja/checks.ts';
import { cli as cliJa } from './ja/cli.ts';
import { document as documentJa } from './ja/document.ts';
import { errorCodes as errorCodesJa } from './ja/error-codes.ts';
import { findings as findingsJa } from './ja/findings.ts';
import { problems as problemsJa } from './ja/problems.ts';
import { reference as referenceJa } from './ja/reference.ts';
import { remedies as remediesJa } from './ja/remedies.ts';
import { report as reportJa } from './ja/report.ts';
import { steps as stepsJa } from './ja/steps.ts';
import { ui as uiJa } from './ja/ui.ts';
import type { Language, Texts } from './texts.ts';

const catalogues: Readonly<Record<Language, Texts>> = {
  en: {
    findings: findingsEn,
    causes: causesEn,
    remedies: remediesEn,
    checks: checksEn,
    steps: stepsEn,
    errorCodes: errorCodesEn,
    problems: problemsEn,
    document: documentEn,
    report: reportEn,
    ui: uiEn,
    cli: cliEn,
    reference: referenceEn,
  },
  ja: {
    findings: findingsJa,
    causes: causesJa,
    remedies: remediesJa,
    checks: checksJa,
    steps: stepsJa,
    errorCodes: errorCodesJa,
    problems: problemsJa,
    document: documentJa,
    report: reportJa,
    ui: uiJa,
    cli: cliJa,
    reference: referenceJa,
  },
};

/** Everything the program says, in this language. */
export function textsOf(language: Language): Texts {
  return catalogues[language];
}

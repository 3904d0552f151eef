import { causes } from './causes.ts';
import { checks } from './checks.ts';
import { cli } from './cli.ts';
import { presentation } from './presentation.ts';
import { errorCodes } from './error-codes.ts';
import { findings } from './findings.ts';
import { problems } from './problems.ts';
import { reference } from './reference.ts';
import { remedies } from './remedies.ts';
import { report } from './report.ts';
import { runs } from './runs.ts';
import { steps } from './steps.ts';
import { ui } from './ui.ts';
import type { Texts } from '../texts.ts';

/** Everything the program says, in Japanese. */
export const texts: Texts = {
  findings,
  causes,
  remedies,
  checks,
  steps,
  errorCodes,
  problems,
  presentation,
  report,
  ui,
  cli,
  reference,
  runs,
};

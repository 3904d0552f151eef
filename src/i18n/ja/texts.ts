import type { ShellTexts } from '../texts.ts';
import { cli } from './cli.ts';
import { presentation } from './presentation.ts';
import { problems } from './problems.ts';
import { reading } from './reading.ts';
import { reference } from './reference.ts';
import { report } from './report.ts';
import { runs } from './runs.ts';
import { ui } from './ui.ts';

/** What the program says around the steps, in Japanese. */
export const shell: ShellTexts = {
  presentation,
  reading,
  problems,
  report,
  ui,
  cli,
  reference,
  runs,
};

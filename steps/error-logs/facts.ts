import { defineCheck, type StepDefinition } from '#diagnosis/check.ts';
import { checkCurrentLogs, checkPreviousLogs, logsDetail } from './diagnose.ts';
import { checkLogLevels } from './log-levels.ts';

/** As `logKey` ends. */
const isPrevious = (key: string): boolean => key.endsWith('/previous');

/** Step 3: did a process log an error since its container started, or before its last restart? */
export const logsStep: StepDefinition<'error-logs'> = {
  id: 'error-logs',
  checks: [
    defineCheck({
      id: 'current-logs',
      required: ['logs', 'pods'],
      needsKey: (key) => !isPrevious(key),
      run: checkCurrentLogs,
    }),
    defineCheck({
      id: 'previous-logs',
      required: ['logs', 'pods'],
      needsKey: isPrevious,
      run: checkPreviousLogs,
    }),
    defineCheck({ id: 'log-levels', required: ['pods'], supporting: ['meshConfig'], run: checkLogLevels }),
  ],
  detail: logsDetail,
};

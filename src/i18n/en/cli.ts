import type { CliTexts } from '../types/cli.ts';

export const cli: CliTexts = {
  reading: (done, total, what) => `Reading: ${done} of ${total}${what === '' ? '' : ` · ${what}`}`,
  snapshotSaved: (file) => `Snapshot saved: ${file}`,
  reportSaved: (file) => `Report saved: ${file}`,
};

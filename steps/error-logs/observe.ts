import { lazily } from '#diagnosis/lazily.ts';
import type { LogRead } from '#snapshot/log-summary.ts';
import { type InformerFinding, informerFindings } from './informers.ts';
import { type LogFinding, type LogInput, readLogs, signatureFindings } from './signatures.ts';

/** What step 3 sees: its checks and its tables are made from it. */
export interface LogsObserved {
  readonly reads: readonly LogRead[];
  readonly signatures: readonly LogFinding[];
  readonly informers: readonly InformerFinding[];
}

export function observeLogs(input: LogInput): LogsObserved {
  return lazily<LogsObserved>({
    reads: () => readLogs(input),
    signatures: () => signatureFindings(input),
    informers: () => informerFindings(input),
  });
}

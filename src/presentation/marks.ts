import type { StepResult, Verdict } from '#diagnosis/diagnosis.ts';
import type { BeforeCheck } from '#diagnosis/remedy.ts';
import type { Severity } from '#diagnosis/severity.ts';
import type { Mark } from './blocks.ts';

export function severityMark(severity: Severity): Mark {
  return severity;
}

/** Of a verdict; nothing is green while anything is still being read. */
export function verdictMark({ status, soFar }: Verdict): Mark {
  switch (status) {
    case 'critical':
    case 'warning':
      return status;
    case 'healthy':
      return soFar ? 'pending' : 'ok';
    case 'not-checked':
    case 'no-control-plane':
      return soFar ? 'pending' : 'unknown';
    default:
      return status satisfies never;
  }
}

/** Of a whole step, as its tab shows it. */
export function stepMark(status: StepResult['status']): Mark {
  switch (status) {
    case 'critical':
    case 'warning':
    case 'pending':
      return status;
    case 'clear':
      return 'ok';
    case 'not-checked':
      return 'unknown';
    default:
      return status satisfies never;
  }
}

export function beforeMark(answer: BeforeCheck['answer']): Mark {
  switch (answer) {
    case 'clear':
      return 'ok';
    case 'blocked':
      return 'critical';
    case 'known':
      return 'info';
    case 'check-first':
      return 'unknown';
    default:
      return answer satisfies never;
  }
}

/** Worst first: what is wrong, what is not known, what is awaited, what is fine, what is only said. */
export const markOrder: readonly Mark[] = ['critical', 'warning', 'unknown', 'pending', 'ok', 'info'];

/** Sorts by `markOrder`. */
export function byMark(a: Mark, b: Mark): number {
  return markOrder.indexOf(a) - markOrder.indexOf(b);
}

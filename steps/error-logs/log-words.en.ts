import { titleWords, withoutPanicLead } from '#i18n/clip.ts';
import { count, endQuoted, sentences } from '#i18n/en/words.ts';

/** The parameters that every log finding has (finding-catalogue, `LogParams`). */
interface LogRecord {
  readonly container: string;
  readonly previous: boolean;
  readonly count: number;
  readonly message: string;
  readonly error: string;
  readonly errorCode: string;
}

/** `E4000, 2 times: Could not retrieve…`, for a list row. */
export function logTitle(what: string, { count: records, message, error }: LogRecord): string {
  const words = withoutPanicLead(message === '' ? error : message);
  const head = `${what}, ${count(records, 'time')}`;
  return words === '' ? head : `${head}: ${titleWords(words)}`;
}

/** Where it stands, and the error it carries. */
export function logPlace({ container, previous, error, errorCode, message }: LogRecord): string {
  const log = previous ? 'the log before the last restart' : 'the current log';
  return sentences(
    `It is in ${log}${container === '' ? '' : ` of "${container}"`}${errorCode === '' ? '' : ` with error code ${errorCode}`}.`,
    error.trim() !== '' && error !== message && `Error: ${endQuoted(error)}`,
  );
}

import { titleWords, withoutPanicLead } from '#i18n/clip.ts';
import { quoted, sentences } from '#i18n/ja/words.ts';

/** The parameters that every log finding has (finding-catalogue, `LogParams`). */
interface LogRecord {
  readonly container: string;
  readonly previous: boolean;
  readonly count: number;
  readonly message: string;
  readonly error: string;
  readonly errorCode: string;
}

/** `E4000、2 件: Could not retrieve…`, for a list row. */
export function logTitle(what: string, { count, message, error }: LogRecord): string {
  const words = withoutPanicLead(message === '' ? error : message);
  const head = `${what}、${count} 件`;
  return words === '' ? head : `${head}: ${titleWords(words)}`;
}

/** Where it stands, and the error it carries. */
export function logPlace({ container, previous, error, errorCode, message }: LogRecord): string {
  const log = previous ? '再起動前のログ' : '現在のログ';
  return sentences(
    `${container === '' ? '' : `「${container}」の`}${log}にあります${errorCode === '' ? '' : `（エラーコード ${errorCode}）`}。`,
    error.trim() !== '' && error !== message && `エラー: ${quoted(error)}。`,
  );
}

import type { SignatureRow } from './rows.ts';
import { age, utc } from '#presentation/age.ts';
import type { Block } from '#presentation/blocks.ts';
import type { PresentationInput } from '#presentation/screen-input.ts';
import { axisOf, lineOf } from './signature-axis.ts';
import { sparkTicks } from '#presentation/sparkline.ts';
import type { LogsTexts } from './texts.en.ts';

const minute = 60_000;
/** Columns of a line over time that has a screen for itself. */
const widest = 64;

/** All that is known of one kind of record in one log: how often, since when, at what rate, with which values, over time. */
export function signatureFacts(row: SignatureRow, input: PresentationInput): readonly Block[] {
  const words = input.texts.steps['error-logs'].words.signature;
  return [
    { kind: 'heading', level: 3, text: words.heading },
    { kind: 'list', items: [...countItems(row, input), ...placeItems(row, input)] },
    ...overTime(row, input),
  ];
}

function countItems({ signature }: SignatureRow, { now, texts }: PresentationInput): readonly string[] {
  const words = texts.steps['error-logs'].words.signature;
  const { count, firstAt, lastAt } = signature;
  return [
    words.count(count),
    ...(firstAt === undefined ? [] : [words.first(utc(firstAt), age(firstAt, now))]),
    ...(lastAt === undefined || count === 1 ? [] : [words.last(utc(lastAt), age(lastAt, now))]),
    ...rateItems(signature, words),
  ];
}

function rateItems(
  { count, firstAt, histogram, lastAt }: SignatureRow['signature'],
  words: LogsTexts['words']['signature'],
): readonly string[] {
  const length = Date.parse(lastAt ?? '') - Date.parse(firstAt ?? '');
  // Of a few records within a minute a rate would tell what is not so.
  if (!(length >= minute) || count < 3) return [];
  const perMinute = count / (length / minute);
  const rate = perMinute >= 1 ? words.perMinute(short(perMinute)) : words.perHour(short(perMinute * 60));
  const most = Math.max(...histogram.counts);
  return [`${rate}; ${words.most(most, Math.round(histogram.bucketSeconds / 60))}`];
}

function short(value: number): string {
  return value >= 10 ? Math.round(value).toLocaleString('en') : value.toFixed(1);
}

function placeItems(
  { benign, ends, relation, restarts, signature }: SignatureRow,
  { texts }: PresentationInput,
): readonly string[] {
  const words = texts.steps['error-logs'].words.signature;
  return [
    ...(signature.component === undefined ? [] : [words.component(signature.component)]),
    ...(relation === 'none' ? [] : [words.relation[relation]]),
    ...(benign === undefined ? [] : [words.reasons[benign]]),
    ...(restarts === 0 ? [] : [words.restarts(restarts, ends.length)]),
    ...signature.values.flatMap((values, index) =>
      values.length === 0 ? [] : [words.values(index + 1, values)],
    ),
  ];
}

function overTime(row: SignatureRow, input: PresentationInput): readonly Block[] {
  const words = input.texts.steps['error-logs'].words.signature;
  const { signatures } = input.diagnosis.steps['error-logs'].detail;
  const columns = Math.min(widest, (input.width ?? widest) - 4);
  const axis = axisOf(row, signatures, columns, input);
  const line = lineOf(row, axis);
  if (axis === undefined || line === '') return [];
  return [{ kind: 'quote', source: `${words.overTime}: ${words.legend}`, lines: [line, sparkTicks(axis)] }];
}

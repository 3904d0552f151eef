import type { Mark } from '#presentation/blocks.ts';

/** The sign of each mark; a word stands with it wherever the sign alone would have to tell. */
export const markSigns: Readonly<Record<Mark, string>> = {
  critical: '✘',
  warning: '⚠',
  ok: '✔',
  unknown: '?',
  info: '·',
  pending: '…',
};

/** For logs and terminals without Unicode. */
export const asciiMarkSigns: Readonly<Record<Mark, string>> = {
  critical: 'X',
  warning: '!',
  ok: 'OK',
  unknown: '?',
  info: '-',
  pending: '..',
};

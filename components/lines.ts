import chalk from 'chalk';
import { Box, Text } from 'ink';
import { createElement, memo } from 'react';
import { hyperlink } from './link-lines.ts';
import { fitLine, isSameLine, type Line, type Style } from './line.ts';
import { filled } from './pane.ts';
import type { Theme } from './theme.ts';

interface Look {
  readonly color?: 'cyan' | 'green' | 'magenta' | 'red' | 'yellow';
  readonly dim?: true;
  readonly bold?: true;
  readonly underline?: true;
  readonly inverse?: true;
}

/**
 * Red and magenta are the two of the eight colours that are read on black and on white alike (yellow and cyan vanish on
 * white, blue on black); green is only ever a sign. Dim is never added to a colour: the two together may be unreadable.
 */
const looks: Readonly<Record<Style, Look>> = {
  plain: {},
  dim: { dim: true },
  strong: { bold: true },
  command: { bold: true },
  inverse: { inverse: true },
  critical: { color: 'red', bold: true },
  warning: { color: 'magenta', bold: true },
  ok: { color: 'green' },
  unknown: { bold: true },
  info: {},
  pending: { dim: true },
};

/** Inverse and underlined: one of the two is seen on any terminal, whatever its colours. */
const matchLooks: Readonly<Record<'current' | 'other', Look>> = {
  current: { inverse: true, underline: true, bold: true },
  other: { inverse: true, underline: true },
};

/**
 * The rows of a screen, one text node each, exactly `width` by `height`. This is the only place that hands text to Ink,
 * and it hands over nothing wider than it was told.
 */
export function Lines(props: {
  readonly lines: readonly Line[];
  readonly width: number;
  readonly height: number;
  readonly theme: Theme;
}) {
  const { lines, width, height, theme } = props;
  // A row's place is its identity: rows and their parts are handed over as they stand, without keys.
  const drawn = filled(lines, height).map((line) => createElement(Row, { line, width, theme }));
  return createElement(Box, { flexDirection: 'column', width, height }, ...drawn);
}

interface RowProps {
  readonly line: Line;
  readonly width: number;
  readonly theme: Theme;
}

/** Drawn anew only when it says something else: a key press changes a few rows of many. */
const Row = memo(
  function Row({ line, width, theme: { symbols, color, links } }: RowProps) {
    const parts = fitLine(line, width, symbols.ellipsis).map(({ text, style, match, link }) => {
      const shown = styled(symbols.show(text), match === undefined ? looks[style] : matchLooks[match], color);
      return links && link !== undefined ? hyperlink(shown, link) : shown;
    });
    return createElement(Text, { wrap: 'truncate' }, parts.join(''));
  },
  (before, after) =>
    after.width === before.width && after.theme === before.theme && isSameLine(before.line, after.line),
);

/** With the styles that Ink would give it: a node of its own for each part makes a row ten times as dear. */
function styled(text: string, look: Look, color: boolean): string {
  let shown = text;
  if (look.dim) shown = chalk.dim(shown);
  if (color && look.color !== undefined) shown = chalk[look.color](shown);
  if (look.bold) shown = chalk.bold(shown);
  if (look.underline) shown = chalk.underline(shown);
  return look.inverse ? chalk.inverse(shown) : shown;
}

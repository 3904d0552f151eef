import chalk from 'chalk';
import { Box, Text } from 'ink';
import { createElement, memo } from 'react';
import { hyperlink } from './link-lines.ts';
import { emptyLine, fitLine, isSameLine, type Line, type Style } from './line.ts';
import type { Symbols } from './symbols.ts';
import { useTheme } from './theme.tsx';

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
 * Rows of exactly `width` columns, one text node each; with `height`, exactly that many. This is the only place that
 * hands text to Ink, and it hands over nothing wider than it was told.
 */
export function Lines(props: {
  readonly lines: readonly Line[];
  readonly width: number;
  readonly height?: number;
}) {
  const { symbols, color, links } = useTheme();
  const { lines, width, height = lines.length } = props;
  const rows = Array.from({ length: height }, (_, index) => lines[index] ?? emptyLine);
  // A row's place is its identity: rows and their parts are handed over as they stand, without keys.
  const drawn = rows.map((line) => createElement(Row, { line, width, symbols, color, links }));
  return createElement(Box, { flexDirection: 'column', width, height }, ...drawn);
}

interface RowProps {
  readonly line: Line;
  readonly width: number;
  readonly symbols: Symbols;
  readonly color: boolean;
  readonly links: boolean;
}

/** Drawn anew only when it says something else: a key press changes a few rows of many. */
const Row = memo(function Row({ line, width, symbols, color, links }: RowProps) {
  const parts = fitLine(line, width, symbols.ellipsis).map(({ text, style, match, link }) => {
    const shown = styled(symbols.show(text), match === undefined ? looks[style] : matchLooks[match], color);
    return links && link !== undefined ? hyperlink(shown, link) : shown;
  });
  return createElement(Text, { wrap: 'truncate' }, parts.join(''));
}, isSameRow);

function isSameRow(before: RowProps, after: RowProps): boolean {
  const { line, width, symbols, color, links } = after;
  return (
    width === before.width &&
    symbols === before.symbols &&
    color === before.color &&
    links === before.links &&
    isSameLine(before.line, line)
  );
}

/** With the styles that Ink would give it: a node of its own for each part makes a row ten times as dear. */
function styled(text: string, look: Look, color: boolean): string {
  let shown = text;
  if (look.dim) shown = chalk.dim(shown);
  if (color && look.color !== undefined) shown = chalk[look.color](shown);
  if (look.bold) shown = chalk.bold(shown);
  if (look.underline) shown = chalk.underline(shown);
  return look.inverse ? chalk.inverse(shown) : shown;
}

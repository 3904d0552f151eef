import { Box, Text, type TextProps } from 'ink';
import { createElement } from 'react';
import { emptyLine, fitLine, type Line, type Style } from './line.ts';
import { useTheme } from './theme.tsx';

type Look = Pick<TextProps, 'bold' | 'color' | 'dimColor' | 'inverse' | 'underline'>;

const looks: Readonly<Record<Style, Look>> = {
  plain: {},
  dim: { dimColor: true },
  strong: { bold: true },
  command: { color: 'cyan' },
  inverse: { inverse: true },
  critical: { color: 'red', bold: true },
  warning: { color: 'yellow', bold: true },
  ok: { color: 'green' },
  unknown: { color: 'magenta' },
  info: {},
  pending: { dimColor: true },
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
  const { symbols, color } = useTheme();
  const { lines, width, height = lines.length } = props;
  const rows = Array.from({ length: height }, (_, index) => lines[index] ?? emptyLine);
  // A row's place is its identity: rows and their parts are handed over as they stand, without keys.
  const drawn = rows.map((line) => {
    const parts = fitLine(line, width, symbols.ellipsis).map(({ text, style, match }) =>
      createElement(Text, match === undefined ? lookOf(style, color) : matchLooks[match], symbols.show(text)),
    );
    return createElement(Text, { wrap: 'truncate' }, ...parts);
  });
  return createElement(Box, { flexDirection: 'column', width, height }, ...drawn);
}

function lookOf(style: Style, color: boolean) {
  if (color) return looks[style];
  const { color: _, ...look } = looks[style];
  return look;
}

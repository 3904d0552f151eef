import { Box } from 'ink';
import type { Highlight } from './highlight.ts';
import type { Line } from './line.ts';
import { Lines } from './lines.ts';
import { Rule } from './rule.tsx';
import { clampScroll } from './scroll.ts';

export interface PaneView {
  readonly title: string;
  readonly lines: readonly Line[];
  readonly scroll: number;
  /** Lines below the title. */
  readonly height: number;
  readonly focused: boolean;
  /** e.g. `1–8 of 45`, when there is more than fits. */
  readonly position: (first: number, last: number, total: number) => string;
  /** Stands there instead of the position. */
  readonly note?: string;
  readonly highlight?: Highlight;
}

/** A titled part of the screen that shows a window of its lines. */
export function Pane(props: { readonly pane: PaneView; readonly width: number }) {
  const { title, lines, height, focused, position, highlight } = props.pane;
  const scroll = clampScroll(props.pane.scroll, height, lines.length);
  const isWhole = lines.length <= height;
  const { note = isWhole ? '' : position(scroll + 1, scroll + height, lines.length) } = props.pane;
  const seen = lines.slice(scroll, scroll + height);
  return (
    <Box flexDirection="column">
      <Rule title={title} note={note} focused={focused} width={props.width} />
      <Lines
        lines={highlight === undefined ? seen : seen.map((line, index) => highlight(line, scroll + index))}
        width={props.width}
        height={height}
      />
    </Box>
  );
}

import { columnsOf } from '#document/columns.ts';
import { cut, type Line, span } from './line.ts';
import { Lines } from './lines.ts';
import type { Symbols } from './symbols.ts';
import { useTheme } from './theme.tsx';

export interface RuleProps {
  /** Stands near the left end. */
  readonly title?: string;
  /** Stands at the right end. */
  readonly note?: string;
  /** Drawn heavy: the pane below has the keys. */
  readonly focused?: boolean;
  /** From 0 to 1: draws the rule as a progress bar. */
  readonly progress?: number;
}

/** A horizontal rule with texts in it; the texts are clean. */
export function Rule(props: RuleProps & { readonly width: number }) {
  const { symbols } = useTheme();
  return <Lines lines={[ruleLine(props, props.width, symbols)]} width={props.width} />;
}

export function ruleLine(props: RuleProps, width: number, symbols: Symbols): Line {
  const { title = '', note = '', focused = false, progress } = props;
  const sign = focused ? symbols.heavyRule : symbols.rule;
  const shownNote = note === '' ? '' : ` ${cut(note, width - 4, symbols.ellipsis)} `;
  const room = width - columnsOf(shownNote) - (shownNote === '' ? 0 : 2);
  const shownTitle = title === '' || room < 8 ? '' : ` ${cut(title, room - 5, symbols.ellipsis)} `;
  const open = shownTitle === '' ? 0 : 2;
  const bar = Math.max(0, room - open - columnsOf(shownTitle));
  const done = progress === undefined ? 0 : Math.round(bar * Math.max(0, Math.min(1, progress)));
  return [
    span(sign.repeat(open), 'dim'),
    span(shownTitle, focused ? 'strong' : 'plain'),
    span(symbols.heavyRule.repeat(done), 'ok'),
    span(sign.repeat(bar - done), 'dim'),
    span(shownNote),
    span(shownNote === '' ? '' : sign.repeat(2), 'dim'),
  ];
}

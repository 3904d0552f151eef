import { textWidth } from '#presentation/text-width.ts';
import { cut, type Line, span } from './line.ts';
import type { Symbols } from './symbols.ts';

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

/** Columns that a title may take on a rule of that width, beside a note. */
export function titleRoom(width: number, note = ''): number {
  return width - 5 - (note === '' ? 0 : Math.min(textWidth(note), width - 4) + 4);
}

/** Lines of a rule whose title goes on below it. */
export function ruleLines(titles: readonly string[], width: number, symbols: Symbols): readonly Line[] {
  const [title = '', ...further] = titles;
  return [
    ruleLine({ title }, width, symbols),
    ...further.map((text): Line => {
      const shown = cut(text, titleRoom(width), symbols.ellipsis);
      return [span(`   ${shown} `), span(symbols.rule.repeat(width - 4 - textWidth(shown)), 'dim')];
    }),
  ];
}

export function ruleLine(props: RuleProps, width: number, symbols: Symbols): Line {
  const { title = '', note = '', focused = false, progress } = props;
  const sign = focused ? symbols.heavyRule : symbols.rule;
  const shownNote = note === '' ? '' : ` ${cut(note, width - 4, symbols.ellipsis)} `;
  const titleColumns = titleRoom(width, note);
  const room = titleColumns + 5;
  const shownTitle = title === '' || room < 8 ? '' : ` ${cut(title, titleColumns, symbols.ellipsis)} `;
  const open = shownTitle === '' ? 0 : 2;
  const bar = Math.max(0, room - open - textWidth(shownTitle));
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

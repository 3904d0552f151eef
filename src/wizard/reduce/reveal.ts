import { clampScroll, windowTop } from '#components/scroll.ts';
import { rangesOf, needleOf } from '../search/needle.ts';
import { queryOf } from '../search/state.ts';
import type { SearchTarget } from '../search/searched.ts';
import { focusedPane, type ListLayout, type MainLayout } from '../layout/main-layout.ts';
import { revealedInLog } from '../log/searched.ts';
import { positionOf, type WizardState } from '../state/state.ts';
import { cursorAt } from '../timeline/moving.ts';
import type { ActionInput } from './action.ts';
import { withOverlay, withPosition, withScroll } from './change.ts';

/** The state with a row or line in view, and as the position where there is a cursor. */
export function reveal(
  state: WizardState,
  { display, layout: { body } }: Pick<ActionInput, 'display' | 'layout'>,
  searched: SearchTarget,
  index: number,
): WizardState {
  switch (body.kind) {
    case 'page':
      return withOverlay(state, { ...body.page, scroll: scrollTo(body, index) });
    case 'log': {
      const { log } = state;
      if (log === undefined) return state;
      return { ...state, log: revealedInLog(log, display.size.columns, index, letterOf()) };
    }
    case 'main':
      return inMain(state, body, index);
    case 'problem':
    case 'dialog':
      return state;
    default:
      return body satisfies never;
  }

  /** Where in its text the match starts: a log can move sideways. */
  function letterOf(): number {
    const query = state.search === undefined ? '' : queryOf(state.search);
    const [[letter] = [0]] = rangesOf(searched.textOf(index), needleOf(query));
    return letter;
  }
}

function inMain(state: WizardState, main: MainLayout, index: number): WizardState {
  const { list, timeline } = main;
  if (timeline?.focused === true) {
    const moment = timeline.data.moments[index];
    if (moment === undefined) return state;
    return {
      ...state,
      timeline: cursorAt(state.timeline, timeline.data, moment.from, moment.key),
    };
  }
  const pane = focusedPane(main);
  return pane === undefined ? inList(state, list, index) : withScroll(state, scrollTo(pane, index));
}

function inList(state: WizardState, { height, rows, selected, top }: ListLayout, index: number): WizardState {
  const key = rows[index]?.key;
  const { view } = positionOf(state);
  return withPosition(state, {
    ...(key === undefined ? {} : { key }),
    index,
    top: windowTop(top, index, height, rows.length),
    // Another row's detail starts at its top.
    ...(view.kind === 'detail' && index !== selected ? { view: { ...view, scroll: 0 } } : {}),
  });
}

/** A line that is seen stays where it is; above another, some lines say where it stands. */
function scrollTo(
  pane: { readonly lines: readonly unknown[]; readonly scroll: number; readonly height: number },
  index: number,
): number {
  const { height, lines, scroll } = pane;
  if (index >= scroll && index < scroll + height) return scroll;
  return clampScroll(index - Math.floor(height / 3), height, lines.length);
}

import { lineText } from '#components/line.ts';
import type { PaneView } from '#components/pane.tsx';
import type { ListView } from '#components/row-lines.ts';
import { clampScroll, windowTop } from '#components/scroll.ts';
import type { ListRow } from '#presentation/blocks.ts';
import { sanitizeLine } from '#presentation/sanitize.ts';
import type { Texts } from '#i18n/texts.ts';
import { withOverlay, withPlace } from '../reduce/change.ts';
import { logSearchable } from '../log/searched.ts';
import { atTime } from '../reduce/timeline.ts';
import type { Searchable } from '../search/searchable.ts';
import { placeOf, type WizardState } from '../state/state.ts';
import { type Stretch, stretchOf } from '../timeline/scale.ts';
import type { TimelineView } from '../timeline/view.ts';
import { searchedWords } from '../timeline/words.ts';
import { focusedPane, type View } from '../view/view.ts';

/** What has the focus, to be searched; undefined where a choice or a message covers the step. */
export function searchableOf(state: WizardState, view: View): Searchable | undefined {
  const { overlay } = state;
  switch (overlay.kind) {
    case 'none': {
      if (state.log !== undefined) return logSearchable(state.log, view.log?.width ?? view.size.columns);
      if (view.timeline?.pane.focused === true) return ofTimeline(view.timeline, view.texts);
      const pane = focusedPane(view);
      return pane === undefined ? ofList(view.list) : ofPane(pane, state, scrollPlace);
    }
    case 'help':
    case 'guide':
      return view.page === undefined ? undefined : ofPane(view.page, state, scrollPage);
    case 'picker':
    case 'commands':
    case 'copy':
    case 'export':
      return undefined;
    default:
      return overlay satisfies never;
  }
}

function ofList(list: ListView): Searchable {
  return {
    count: list.rows.length,
    source: list.rows,
    textOf: (index) => rowText(list.rows[index]),
    position: list.selected,
    reveal(state, index) {
      const key = list.rows[index]?.key;
      const { view } = placeOf(state);
      return withPlace(state, {
        ...(key === undefined ? {} : { key }),
        index,
        top: windowTop(list.top, index, list.height, list.rows.length),
        // Another row's detail starts at its top.
        ...(view.kind === 'detail' && index !== list.selected ? { view: { ...view, scroll: 0 } } : {}),
      });
    },
  };
}

/** All that a row says, even where the terminal is too narrow for it. */
function rowText(row: ListRow | undefined): string {
  if (row === undefined) return '';
  return sanitizeLine([row.id ?? '', row.subject ?? '', row.text].filter((part) => part !== '').join(' '));
}

function ofPane(
  { height, lines, scroll }: PaneView,
  { search }: WizardState,
  scrolled: (state: WizardState, scroll: number) => WizardState,
): Searchable {
  const at = search?.at;
  const isSeen = at !== undefined && at >= scroll && at < scroll + height;
  return {
    count: lines.length,
    source: lines,
    textOf: (index) => lineText(lines[index] ?? []),
    position: isSeen ? at : scroll,
    reveal(state, index) {
      if (index >= scroll && index < scroll + height) return scrolled(state, scroll);
      // Some lines above it say where it stands.
      return scrolled(state, clampScroll(index - Math.floor(height / 3), height, lines.length));
    },
  };
}

/** The entries, in the order they happened. */
function ofTimeline({ axis, cell, happened, selected }: TimelineView, texts: Texts): Searchable {
  const { moments } = happened;
  const words = searchedWords(happened, texts);
  return {
    count: moments.length,
    source: words,
    textOf: (index) => words[index] ?? '',
    position: selected === undefined ? nextAfter(stretchOf(axis, cell)) - 0.5 : moments.indexOf(selected),
    reveal(state, index) {
      const moment = moments[index];
      return moment === undefined ? state : atTime(state, happened, moment.from, moment.key);
    },
  };

  function nextAfter({ to }: Stretch): number {
    const next = moments.findIndex(({ from }) => from > to);
    return next < 0 ? moments.length : next;
  }
}

function scrollPlace(state: WizardState, scroll: number): WizardState {
  return withPlace(state, { view: { ...placeOf(state).view, scroll } });
}

function scrollPage(state: WizardState, scroll: number): WizardState {
  const { overlay } = state;
  return overlay.kind === 'help' || overlay.kind === 'guide'
    ? withOverlay(state, { ...overlay, scroll })
    : state;
}

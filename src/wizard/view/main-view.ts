import type { Highlight } from '#components/highlight.ts';
import type { PaneView } from '#components/pane.ts';
import type { ListView } from '#components/row-lines.ts';
import type { ListRow, ScreenModel } from '#presentation/blocks.ts';
import { sanitizeLine } from '#presentation/sanitize.ts';
import type { Display } from '../layout/display.ts';
import { shapeOf } from '../layout/geometry.ts';
import type { Layout } from '../layout/layout.ts';
import type { MainLayout, PaneLayout } from '../layout/main-layout.ts';
import { currentMesh } from '../state/shown.ts';
import { positionOf, type WizardState } from '../state/state.ts';
import { type TimelineView, timelineView } from '../timeline/view.ts';
import { leftOutTags } from './left-out-tags.ts';

/** A step: its list, the panes below or beside it, and on the verdict the time line. */
export interface MainView {
  readonly kind: 'main';
  /** Lines of the list and its panes. */
  readonly height: number;
  readonly model?: ScreenModel;
  readonly selected?: ListRow;
  readonly list: ListView;
  /** Stands over the list when some rows are hidden: which are shown, and how many are not. */
  readonly listHead?: string;
  readonly lower: PaneView;
  /** List and details stand side by side; `side` is absent where no row is selected. */
  readonly isWide: boolean;
  readonly side?: PaneView;
  readonly timeline?: TimelineView;
}

export function mainView(
  state: WizardState,
  main: MainLayout,
  { now, texts }: Layout,
  display: Display,
  highlight: Highlight | undefined,
): MainView {
  const { list, lower, side, timeline } = main;
  const { filter } = positionOf(state);
  const lit = highlight === undefined ? {} : { highlight };
  return {
    kind: 'main',
    height: main.height,
    ...(main.model === undefined ? {} : { model: main.model }),
    ...(main.selected === undefined ? {} : { selected: main.selected }),
    list: {
      ...list,
      empty: emptyWords(),
      tagOf: leftOutTags(state, currentMesh(state), texts),
      ...(list.focused ? lit : {}),
    },
    ...(main.hidden === undefined || filter === 'all'
      ? {}
      : { listHead: texts.ui.filters.head(texts.ui.filters.names[filter], main.hidden) }),
    lower: pane(lower),
    isWide: shapeOf(display.size) === 'wide',
    ...(side === undefined ? {} : { side: pane(side) }),
    ...(timeline === undefined
      ? {}
      : {
          timeline: lightTimeline(
            timelineView(timeline, { texts, symbols: display.symbols, columns: display.size.columns, now }),
            highlight,
          ),
        }),
  };

  /** What a list without rows says. */
  function emptyWords(): string {
    if (main.model === undefined) return '';
    const count = main.model.rows.length;
    return count === 0 ? texts.ui.panes.noRows : texts.ui.filters.empty(count);
  }

  function pane({ kind, ...seen }: PaneLayout): PaneView {
    const { selected } = main;
    const title =
      kind === 'overview'
        ? texts.ui.panes.overview
        : (selected?.id ?? sanitizeLine(selected?.subject ?? texts.ui.panes.detail));
    return { title, ...seen, position: texts.ui.panes.position, ...(seen.focused ? lit : {}) };
  }
}

/** Only the words of entries are searched. */
function lightTimeline(timeline: TimelineView, highlight: Highlight | undefined): TimelineView {
  const { entryAt, pane } = timeline;
  if (!pane.focused || highlight === undefined) return timeline;
  const lit: Highlight = (line, index) => {
    const entry = entryAt(index);
    return entry === undefined ? line : highlight(line, entry);
  };
  return { ...timeline, pane: { ...pane, highlight: lit } };
}

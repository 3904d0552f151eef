import type { PaneView } from '#components/pane.tsx';
import { clamp, clampScroll, windowTop } from '#components/scroll.ts';
import { reportFormats } from '#report/formats.ts';
import { type Next, same, say, withOverlay, withPlace } from './change.ts';
import { placeOf, type StepView, type WizardState } from './state.ts';
import { moveInTimeline } from './reduce-timeline.ts';
import { openLog } from './reduce-log.ts';
import { moveLog } from './reduce-log-look.ts';
import { focusedPane, type View } from './view.ts';

export type Motion = 'move-up' | 'move-down' | 'page-up' | 'page-down' | 'top' | 'bottom';

/** Moves in whatever has the keys: an overlay, a pane, or the list. */
export function move(state: WizardState, motion: Motion, view: View): Next {
  const { overlay } = state;
  switch (overlay.kind) {
    case 'none': {
      if (state.log !== undefined) return moveLog(state, state.log, motion, view);
      if (view.timeline?.pane.focused === true) return moveInTimeline(state, motion, view.timeline);
      const pane = focusedPane(view);
      return same(pane === undefined ? select(state, motion, view) : scrollPane(state, motion, pane));
    }
    case 'help':
    case 'guide': {
      const height = view.page?.height ?? 0;
      const scroll = moved(overlay.scroll, motion, height, (view.page?.lines.length ?? 0) - height);
      return same(withOverlay(state, { ...overlay, scroll }));
    }
    case 'meshes': {
      const last = (state.data?.diagnosis.meshes.length ?? 1) - 1;
      return same(
        withOverlay(state, { ...overlay, cursor: moved(overlay.cursor, motion, view.bodyHeight, last) }),
      );
    }
    case 'commands': {
      const cursor = moved(overlay.cursor, motion, view.bodyHeight, overlay.commands.length - 1);
      return same(withOverlay(state, { ...overlay, cursor }));
    }
    case 'export': {
      if (overlay.stage.kind !== 'format') return same(state);
      const cursor = moved(overlay.stage.cursor, motion, view.bodyHeight, reportFormats.length - 1);
      return same(withOverlay(state, { ...overlay, stage: { ...overlay.stage, cursor } }));
    }
    default:
      return overlay satisfies never;
  }
}

function select(state: WizardState, motion: Motion, view: View): WizardState {
  const { rows, selected, height } = view.list;
  const index = moved(selected, motion, height, rows.length - 1);
  const { view: shown } = placeOf(state);
  const key = rows[index]?.key;
  return withPlace(state, {
    ...(key === undefined ? {} : { key }),
    index,
    top: windowTop(view.list.top, index, height, rows.length),
    // Another row's detail starts at its top; the overview stays where it was.
    ...(shown.kind === 'detail' && index !== selected ? { view: { ...shown, scroll: 0 } } : {}),
  });
}

function scrollPane(state: WizardState, motion: Motion, pane: PaneView): WizardState {
  const scroll = moved(pane.scroll, motion, pane.height, pane.lines.length - pane.height);
  return withPlace(state, { view: { ...placeOf(state).view, scroll } });
}

/** A position after a motion, within 0 and `last`; a page leaves one line of what was seen. */
function moved(from: number, motion: Motion, height: number, last: number): number {
  const page = Math.max(1, height - 1);
  const target = {
    'move-up': from - 1,
    'move-down': from + 1,
    'page-up': from - page,
    'page-down': from + page,
    top: 0,
    bottom: last,
  }[motion];
  return clamp(target, 0, Math.max(0, last));
}

/** Tab and Shift-Tab: the next part of the screen gets the keys, or the one before. */
export function otherPane(state: WizardState, by: 1 | -1, view: View): Next {
  if (view.model === undefined) return say(state, 'noOtherPane', {});
  const views = panesOf(placeOf(state).view, view);
  const index = views.findIndex(({ focus }) => focus === placeOf(state).view.focus);
  const next = views[(index + by + views.length) % views.length];
  return same(next === undefined ? state : withPlace(state, { view: next }));
}

/** What can have the keys, in the order of Tab; an open detail stays open, and stands where it was scrolled to. */
function panesOf(shown: StepView, { hasTimeline }: View): readonly StepView[] {
  const timeline: readonly StepView[] = hasTimeline
    ? [{ kind: 'timeline', focus: 'timeline', scroll: 0 }]
    : [];
  switch (shown.kind) {
    case 'detail':
      return [{ ...shown, focus: 'list' }, { ...shown, focus: 'detail' }, ...timeline];
    case 'step':
      return [{ ...shown, focus: 'list' }, { ...shown, focus: 'overview' }, ...timeline];
    case 'timeline':
      return [
        { kind: 'step', focus: 'list', scroll: 0 },
        { kind: 'step', focus: 'overview', scroll: 0 },
        shown,
      ];
    default:
      return shown satisfies never;
  }
}

/** Enter: opens the finding, and from its list goes into it; inside it, it opens its log, or reads on. */
export function open(state: WizardState, view: View): Next {
  const { view: shown } = placeOf(state);
  const { selected } = view;
  if (selected === undefined) return say(state, 'nothingToOpen', {});
  if (shown.kind === 'detail' && shown.focus === 'detail') {
    if (selected.log !== undefined) return openLog(state, selected.log);
    const pane = focusedPane(view);
    if (pane === undefined) return same(state);
    const scroll = clampScroll(pane.scroll + 1, pane.height, pane.lines.length);
    return same(withPlace(state, { view: { ...shown, scroll } }));
  }
  return same(
    withPlace(state, {
      key: selected.key,
      index: view.list.selected,
      top: view.list.top,
      view: { kind: 'detail', focus: 'detail', scroll: 0 },
    }),
  );
}

import type { PaneView } from '#components/pane.tsx';
import { clamp, windowTop } from '#components/scroll.ts';
import { reportFormats } from '#report/formats.ts';
import { type Motion, type Next, same, say, withOverlay, withPlace } from './change.ts';
import { placeOf, type StepView, type WizardState } from '../state/state.ts';
import { moveInTimeline } from './timeline.ts';
import { openLog } from './log.ts';
import { moveLog } from './log-look.ts';
import { pickerItems } from '../picker/items.ts';
import { pickerHead } from '../picker/view.ts';
import { focusedPane, type View } from '../view/view.ts';

/** Moves in whatever has the keys: an overlay, a pane, or the list. At an end it says so. */
export function move(state: WizardState, motion: Motion, view: View): Next {
  if (state.overlay.kind === 'none' && state.log !== undefined)
    return moveLog(state, state.log, motion, view);
  const isInTimeline = state.overlay.kind === 'none' && view.timeline?.pane.focused === true;
  if (isInTimeline) return moveInTimeline(state, motion, view.timeline);
  const next = moveIn(state, motion, view);
  if (next !== undefined) return same(next);
  const isUp = motion === 'move-up' || motion === 'page-up' || motion === 'top';
  return say(state, isUp ? 'atTop' : 'atBottom', {});
}

/** Undefined when there is nowhere to go. */
function moveIn(state: WizardState, motion: Motion, view: View): WizardState | undefined {
  const { overlay } = state;
  switch (overlay.kind) {
    case 'none': {
      const pane = focusedPane(view);
      return pane === undefined ? select(state, motion, view) : scrollPane(state, motion, pane);
    }
    case 'help':
    case 'guide':
    case 'copy': {
      const height = view.page?.height ?? 0;
      const scroll = moved(overlay.scroll, motion, height, (view.page?.lines.length ?? 0) - height);
      return scroll === undefined ? undefined : withOverlay(state, { ...overlay, scroll });
    }
    case 'picker': {
      const { items, selected } = pickerItems(state, view.texts);
      const index = moved(selected, motion, view.bodyHeight - pickerHead, items.length - 1);
      const item = index === undefined ? undefined : items[index];
      return item === undefined ? undefined : withOverlay(state, { ...overlay, selected: item.key });
    }
    case 'commands': {
      const cursor = moved(overlay.cursor, motion, view.bodyHeight, overlay.commands.length - 1);
      return cursor === undefined ? undefined : withOverlay(state, { ...overlay, cursor });
    }
    case 'export': {
      const { stage } = overlay;
      if (stage.kind !== 'format') return undefined;
      const cursor = moved(stage.cursor, motion, view.bodyHeight, reportFormats.length - 1);
      return cursor === undefined
        ? undefined
        : withOverlay(state, { ...overlay, stage: { ...stage, cursor } });
    }
    default:
      return overlay satisfies never;
  }
}

function select(state: WizardState, motion: Motion, view: View): WizardState | undefined {
  const { rows, selected, height } = view.list;
  const index = moved(selected, motion, height, rows.length - 1);
  if (index === undefined) return undefined;
  const { view: shown } = placeOf(state);
  const key = rows[index]?.key;
  return withPlace(state, {
    ...(key === undefined ? {} : { key }),
    index,
    top: windowTop(view.list.top, index, height, rows.length),
    // Another row's detail starts at its top; the overview stays where it was.
    ...(shown.kind === 'detail' ? { view: { ...shown, scroll: 0 } } : {}),
  });
}

function scrollPane(state: WizardState, motion: Motion, pane: PaneView): WizardState | undefined {
  const scroll = moved(pane.scroll, motion, pane.height, pane.lines.length - pane.height);
  if (scroll === undefined) return undefined;
  return withPlace(state, { view: { ...placeOf(state).view, scroll } });
}

/** A position after a motion, within 0 and `last`; undefined at the end. A page leaves one line of what was seen. */
function moved(from: number, motion: Motion, height: number, last: number): number | undefined {
  const page = Math.max(1, height - 1);
  const target = {
    'move-up': from - 1,
    'move-down': from + 1,
    'page-up': from - page,
    'page-down': from + page,
    top: 0,
    bottom: last,
  }[motion];
  const reached = clamp(target, 0, Math.max(0, last));
  return reached === clamp(from, 0, Math.max(0, last)) ? undefined : reached;
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
    return selected.log === undefined ? move(state, 'move-down', view) : openLog(state, selected.log);
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

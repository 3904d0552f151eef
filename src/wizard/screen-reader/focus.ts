import { lineText } from '#components/line.ts';
import type { PaneView } from '#components/pane.tsx';
import { clampScroll } from '#components/scroll.ts';
import type { Symbols } from '#components/symbols.ts';
import { dialogView, problemLines } from '../view/dialog-view.ts';
import type { LogState } from '../log/state.ts';
import type { LogView } from '../log/view.ts';
import type { Frame } from '../store/store.ts';
import { focusedPane } from '../view/view.ts';

/** The part of the screen that has the keys, if it is not the list of the step. */
export interface Focus {
  /** Changes when something else has the keys. */
  readonly id: string;
  readonly title: string;
  /** The lines of the page that is seen, and which of how many the first one is. */
  readonly lines: readonly string[];
  readonly first: number;
  readonly total: number;
  /** The line that text is typed into. */
  readonly caretLine?: number;
  /**
   * Set where lines follow a cursor: when it changes, the lines that changed are said. Ages change by themselves, and
   * are no news.
   */
  readonly cursor?: object;
}

export function focusOf(frame: Frame, symbols: Symbols): Focus | undefined {
  const { state, view } = frame;
  const { texts, size } = view;
  const room = { width: size.columns, height: view.bodyHeight - 1 };
  if (view.page !== undefined) return ofPane(`page ${state.overlay.kind}`, view.page);
  const dialog = dialogView(state, texts, symbols, room);
  if (dialog !== undefined) {
    return {
      id: `dialog ${stageOf(frame)} ${dialog.title}`,
      title: dialog.title,
      lines: dialog.lines.map(lineText),
      first: 0,
      total: dialog.lines.length,
      cursor: state.overlay,
      ...(dialog.caret === undefined ? {} : { caretLine: dialog.caret.line }),
    };
  }
  if (view.log !== undefined) return ofLog(view.log, state.log);
  if (state.run.kind === 'failed' && state.data === undefined) {
    const lines = problemLines(state.run.problem, texts, symbols, room).map(lineText);
    const { title } = texts.ui.problem;
    return { id: 'problem', title, lines, first: 0, total: lines.length };
  }
  if (view.timeline?.pane.focused === true) {
    const { pane, rows, said, read } = view.timeline;
    // Who goes from entry to entry hears that entry; who goes through time hears all of the moment.
    const heard =
      state.timeline?.key === undefined || read === undefined ? said : [...said.slice(0, 1), read];
    const lines = [texts.ui.linear.timeline(rows), ...heard];
    return {
      id: 'timeline',
      title: pane.title,
      lines,
      first: 0,
      total: lines.length,
      cursor: state.timeline ?? state.places,
    };
  }
  const pane = focusedPane(view);
  return pane === undefined ? undefined : ofPane(`pane ${state.screen} ${pane.title}`, pane);
}

/** A dialog of several stages is another one at each. */
function stageOf({ state: { overlay } }: Frame): string {
  return overlay.kind === 'export' ? `export ${overlay.stage.kind}` : overlay.kind;
}

/** How it is shown is not said again at every line that comes in, but why none come is. */
function ofLog({ title, status, lines, note }: LogView, log: LogState | undefined): Focus {
  const shown = lines.map(lineText);
  return {
    id: `log ${title}`,
    title: `${title} (${note})`,
    lines: log?.reading.kind === 'failed' ? [lineText(status), ...shown] : shown,
    first: 0,
    total: shown.length,
    ...(log === undefined ? {} : { cursor: log }),
  };
}

function ofPane(id: string, pane: PaneView): Focus {
  const first = clampScroll(pane.scroll, pane.height, pane.lines.length);
  return {
    id,
    title: pane.title,
    lines: pane.lines.slice(first, first + pane.height).map(lineText),
    first,
    total: pane.lines.length,
  };
}

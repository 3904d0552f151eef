import { lineText } from '#components/line.ts';
import type { PaneView } from '#components/pane.ts';
import { clampScroll } from '#components/scroll.ts';
import type { LogState } from '../log/state.ts';
import type { LogView } from '../log/view.ts';
import type { WizardState } from '../state/state.ts';
import type { TimelineView } from '../timeline/view.ts';
import type { MainView } from '../view/main-view.ts';
import type { Frame } from '../view/view.ts';

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

export function focusOf({ state, view }: Frame): Focus | undefined {
  const { body } = view;
  switch (body.kind) {
    case 'page':
      return ofPane(`page ${state.overlay.kind}`, body.pane);
    case 'dialog': {
      const { caret, lines, title } = body.dialog;
      const caretLine = caret === undefined ? {} : { caretLine: caret.line };
      return {
        ...whole(`dialog ${stageOf(state)} ${title}`, title, lines.map(lineText), state.overlay),
        ...caretLine,
      };
    }
    case 'log':
      return ofLog(body.log, state.log);
    case 'problem':
      return ofPane('problem', body.pane);
    case 'main': {
      if (body.timeline?.pane.focused === true)
        return ofTimeline(body.timeline, view.texts.ui.linear.timeline, state);
      const pane = focusedPane(body);
      return pane && ofPane(`pane ${state.screen} ${pane.title}`, pane);
    }
    default:
      return body satisfies never;
  }
}

/** The pane of a step that has the keys, if not the list. */
export function focusedPane({ lower, side }: MainView): PaneView | undefined {
  return [lower, side].find((pane) => pane?.focused === true);
}

/** A dialog of several stages is another one at each. */
function stageOf({ overlay }: WizardState): string {
  return overlay.kind === 'export' ? `export ${overlay.stage.kind}` : overlay.kind;
}

/** How it is shown is not said again at every line that comes in, but why none come is. */
function ofLog({ title, status, lines, note }: LogView, log: LogState | undefined): Focus {
  const shown = lines.map(lineText);
  const said = log?.fetch.kind === 'failed' ? [lineText(status), ...shown] : shown;
  return { ...whole(`log ${title}`, `${title} (${note})`, said, log), total: shown.length };
}

/** Who goes from entry to entry hears that entry; who goes through time hears all of the moment. */
function ofTimeline(
  { pane, rows, said, read }: TimelineView,
  sayRows: (rows: readonly string[]) => string,
  { positions, timeline }: WizardState,
): Focus {
  const heard = timeline?.key === undefined || read === undefined ? said : [...said.slice(0, 1), read];
  return whole('timeline', pane.title, [sayRows(rows), ...heard], timeline ?? positions);
}

/** What is said from its first line to its last. */
function whole(id: string, title: string, lines: readonly string[], cursor?: object): Focus {
  return {
    id,
    title,
    lines,
    first: 0,
    total: lines.length,
    ...(cursor === undefined ? {} : { cursor }),
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

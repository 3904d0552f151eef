import type { DialogView } from '#components/dialog-view.ts';
import type { Highlight } from '#components/highlight.ts';
import type { PaneView } from '#components/pane.ts';
import type { Display } from '../layout/display.ts';
import type { Layout } from '../layout/layout.ts';
import { type LogView, logView } from '../log/view.ts';
import { needleOf } from '../search/needle.ts';
import { queryOf } from '../search/state.ts';
import type { Page } from '../state/overlay.ts';
import type { WizardState } from '../state/state.ts';
import { dialogView, problemView } from './dialog.ts';
import { type MainView, mainView } from './main-view.ts';

/** What stands between the question and the status line. */
export type BodyView =
  /** The key overlay, the guide, a text to be selected. */
  | { readonly kind: 'page'; readonly pane: PaneView }
  | { readonly kind: 'dialog'; readonly dialog: DialogView; readonly pane: PaneView }
  | { readonly kind: 'log'; readonly log: LogView }
  /** Nothing could be read. */
  | { readonly kind: 'problem'; readonly pane: PaneView }
  | MainView;

export function bodyView(
  state: WizardState,
  layout: Layout,
  display: Display,
  highlight: Highlight | undefined,
): BodyView {
  const { body, now, texts } = layout;
  const { isLive, size, symbols } = display;
  const width = size.columns;
  switch (body.kind) {
    case 'page':
      return {
        kind: 'page',
        pane: {
          ...paneOf(pageTitle(body.page, state, layout), body),
          scroll: body.scroll,
          ...(highlight === undefined ? {} : { highlight }),
        },
      };
    case 'dialog': {
      const dialog = dialogView(state, body.dialog, texts, { symbols, width, height: body.height });
      return { kind: 'dialog', dialog, pane: paneOf(dialog.title, { ...dialog, height: body.height }) };
    }
    case 'log': {
      const needle = state.search === undefined ? {} : { needle: needleOf(queryOf(state.search)) };
      const { height, log } = body;
      const clock = state.now;
      return {
        kind: 'log',
        log: logView(log, { texts, symbols, width, height, isLive, now, clock, ...needle }),
      };
    }
    case 'problem': {
      const { title, lines } = problemView(body.problem, texts, { symbols, width, height: body.height });
      return { kind: 'problem', pane: paneOf(title, { lines, height: body.height }) };
    }
    case 'main':
      return mainView(state, body, layout, display, highlight);
    default:
      return body satisfies never;
  }

  function paneOf(title: string, { height, lines }: Pick<PaneView, 'height' | 'lines'>): PaneView {
    return { title, lines, height, scroll: 0, focused: true, position: texts.ui.panes.position };
  }
}

function pageTitle(page: Page, { screen }: WizardState, { texts: { steps, ui } }: Layout): string {
  switch (page.kind) {
    case 'help':
      return ui.help.title;
    case 'guide':
      return ui.guide.title(steps[screen].tab);
    case 'copy':
      return ui.copy.title;
    default:
      return page satisfies never;
  }
}

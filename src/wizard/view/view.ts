import type { Hint } from '#components/footer.ts';
import type { HeaderProps } from '#components/header-bar.ts';
import { type Line, plainLine } from '#components/line.ts';
import { ruleLines, type RuleProps } from '#components/rule-lines.ts';
import type { Tab } from '#components/tab-bar.ts';
import { wrapText } from '#presentation/wrap.ts';
import type { Texts } from '#i18n/texts.ts';
import type { Display } from '../layout/display.ts';
import { least, shapeOf, type TerminalSize } from '../layout/geometry.ts';
import { bodyTop, type Layout, layoutOf } from '../layout/layout.ts';
import { searchStatusOf } from '../layout/searched.ts';
import { statusLines, statusWords } from '../layout/status.ts';
import { type ActionInput, isUnread } from '../reduce/action.ts';
import { highlighter, type SearchStatus } from '../search/status.ts';
import { type SearchLine, searchLine, searchWords } from '../search/line.ts';
import { modesOf } from '../state/mode.ts';
import { screenIds, type WizardState } from '../state/state.ts';
import { type BodyView, bodyView } from './body.ts';
import { headerOf, tabsOf } from './chrome.ts';
import { hintsOf, isOffered } from './footer.ts';
import { progressRule } from './progress-rule.ts';

/** The whole screen in lines and words: the app draws it, the screen-reader mode says what changed in it. */
export interface View {
  readonly size: TerminalSize;
  readonly texts: Texts;
  readonly header: HeaderProps;
  readonly tabs: readonly Tab[];
  readonly activeTab: number;
  readonly headline: readonly Line[];
  /** The rule below the tabs. */
  readonly progress: RuleProps;
  /** Question and what was looked at. */
  readonly sentences: readonly Line[];
  readonly body: BodyView;
  /** The rule above the footer: a note, what a search found, or the words that are typed for it. */
  readonly status: readonly Line[];
  readonly search?: SearchStatus;
  readonly searchLine?: SearchLine;
  readonly hints: readonly Hint[];
  /** Where the terminal's own cursor belongs, from the upper left corner. */
  readonly caret?: { readonly x: number; readonly y: number };
  /** What stands there instead while the terminal is too small for a screen; keys work on. */
  readonly tooSmall?: readonly Line[];
}

/** A state and how it looks. */
export interface Frame {
  readonly state: WizardState;
  readonly view: View;
}

/** A state as it looks on a display. Pure: what is looked up in memories follows from the two alone. */
export function viewOf(state: WizardState, display: Display): View {
  const layout = layoutOf(state, display);
  const { size, symbols } = display;
  const { texts } = layout;
  const search = searchStatusOf(state, layout);
  const highlight = search === undefined ? undefined : highlighter(search, symbols);
  const typed =
    state.search?.kind === 'typing'
      ? searchLine(state.search.field, texts, symbols, size.columns, search)
      : undefined;
  const body = bodyView(state, layout, display, highlight);
  const caret = caretOf(body, typed, layout, size);
  const input: ActionInput = { state, display, layout };
  return {
    size,
    texts,
    header: headerOf(state, texts, display),
    tabs: tabsOf(state, texts),
    activeTab: screenIds.indexOf(state.screen),
    headline: layout.headline,
    progress: progressRule(state, texts),
    sentences: layout.sentences,
    body,
    status: typed === undefined ? ruleLines(statusTitles(), size.columns, symbols) : [typed.line],
    ...(search === undefined ? {} : { search }),
    ...(typed === undefined ? {} : { searchLine: typed }),
    hints: hintsOf(
      modesOf(state),
      texts,
      symbols,
      (action) => isOffered(action, input),
      isUnread(state) ? { 'choose-mesh': texts.ui.problem.chooseContext } : {},
    ),
    ...(caret === undefined ? {} : { caret }),
    ...(shapeOf(size) === 'too-small' ? { tooSmall: tooSmallLines(size, texts) } : {}),
  };

  function statusTitles(): readonly string[] {
    const isSearch = state.note === undefined && search !== undefined;
    const words = isSearch ? searchWords(search, texts) : statusWords(state, texts);
    return statusLines(words, size.columns).slice(0, layout.statusHeight);
  }
}

function caretOf(
  body: BodyView,
  typed: SearchLine | undefined,
  layout: Layout,
  { rows }: TerminalSize,
): View['caret'] {
  if (typed !== undefined) return { x: typed.caretColumn, y: rows - 2 };
  const caret = body.kind === 'dialog' ? body.dialog.caret : undefined;
  // The dialog's own title stands above its lines.
  return caret && { x: caret.column, y: bodyTop(layout) + 1 + caret.line };
}

function tooSmallLines({ columns, rows }: TerminalSize, { ui }: Texts): readonly Line[] {
  const said = ui.tooSmall(columns, rows, least.columns, least.rows);
  return said.flatMap((text) => wrapText(text, columns)).map((text) => plainLine(text));
}

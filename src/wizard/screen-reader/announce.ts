import { lineText } from '#components/line.ts';
import type { Symbols } from '#components/symbols.ts';
import type { ListRow } from '#presentation/blocks.ts';
import { sanitizeLine } from '#presentation/sanitize.ts';
import type { UiTexts } from '#i18n/types/ui.ts';
import { headerOf, statusRule, tabMark } from '../view/chrome.ts';
import { foundIn } from '../layout/found.ts';
import { progressRule } from '../view/progress-rule.ts';
import { searchLine } from '../search/search-line.ts';
import { placeOf, screenIds } from '../state/state.ts';
import { focusedPane } from '../view/view.ts';
import type { Frame } from '../store/store.ts';
import { type Focus, focusOf } from './focus.ts';

export interface AnnounceOptions {
  readonly symbols: Symbols;
  readonly demo?: string;
  readonly file?: string;
}

/** While something is read, how far it is is said this often, in milliseconds. */
const progressPause = 10_000;

/**
 * What became different between two frames, in words, in the order a person wants to hear it. Nothing is said twice
 * and nothing that is drawn is repeated: the terminal's own lines are the memory.
 */
export function tell(before: Frame | undefined, after: Frame, options: AnnounceOptions): readonly string[] {
  const { state, view } = after;
  // Before there are facts, there is nothing to walk through.
  if (before === undefined)
    return tidy([...greeting(after, options), ...news(before, after, options.symbols)]);
  const isOtherLanguage = before.state.language !== state.language;
  // A watch reads again and again: only what is new is worth a word.
  const isNews = state.watch.kind === 'idle' || headlineOf(before) !== headlineOf(after);
  const hasEnded = isNews && state.run.kind !== 'reading' && before.state.run.kind === 'reading';
  const isOtherPlace =
    isOtherLanguage || hasEnded || before.state.screen !== state.screen || before.state.mesh !== state.mesh;

  const said = [...news(before, after, options.symbols)];
  const isHeadlineDue = isOtherLanguage || hasEnded || headlineOf(before) !== headlineOf(after);
  if (state.run.kind !== 'reading' && isHeadlineDue) said.push(headlineOf(after));
  const focus = focusOf(after, options.symbols);
  const had = focusOf(before, options.symbols);
  if (focus !== undefined) {
    said.push(...focusWords(had, focus, options.symbols.pointer, view.texts.ui));
    return tidy(said);
  }
  if (isOtherPlace) said.push(...stepWords(after));
  const isBack = had !== undefined;
  const hasMoved = placeOf(before.state) !== placeOf(state);
  if (isOtherPlace || isBack || hasMoved) said.push(selectedWords(after));
  return tidy(said);
}

/** Lines that say something, without the spaces that only lay things out. */
function tidy(lines: readonly string[]): readonly string[] {
  return lines
    .map((line) => sanitizeLine(line).trim().replaceAll(/ {2,}/gu, ' '))
    .filter((line) => line !== '');
}

function greeting({ state, view }: Frame, options: AnnounceOptions): readonly string[] {
  const { title, parts, badges = [] } = headerOf(state, view.texts, options);
  return [[title, ...parts, ...badges.slice(0, 1)].join(', '), view.texts.ui.linear.intro];
}

/** The status line, a search, and how a reading goes. */
function news(before: Frame | undefined, after: Frame, symbols: Symbols): readonly string[] {
  const { state, view } = after;
  const { texts } = view;
  const isNoted = state.note !== undefined && before?.state.note !== state.note;
  const isSearched = state.search !== undefined && before?.state.search !== state.search;
  const progress = progressRule(state, texts).note ?? '';
  const isDue =
    before?.state.run.kind !== state.run.kind ||
    (state.run.kind === 'reading' && pausesOf(before) !== pausesOf({ state }));
  return [
    ...(isSearched ? searchWords(after, symbols) : []),
    isNoted ? (statusRule(state, texts).title ?? '') : '',
    isDue ? progress : '',
    before === undefined || before.view.listHead === view.listHead ? '' : (view.listHead ?? ''),
  ];
}

/** What is searched for, how much of it was found, and the line that a search of a page stands at. */
function searchWords({ state, view }: Frame, symbols: Symbols): readonly string[] {
  const found = foundIn(state, view);
  // What is found so far changes many times a second.
  if (found?.isWhole === false) return [];
  const typed = searchLine(state, view.texts, symbols, view.size.columns, found);
  const { note: _, ...noteless } = state;
  const told =
    typed === undefined ? (statusRule(noteless, view.texts, found).title ?? '') : lineText(typed.line);
  const line = (view.page ?? focusedPane(view))?.lines[found?.position ?? -1];
  return [told, line === undefined ? '' : lineText(line)];
}

function pausesOf({ state: { run, now } }: Pick<Frame, 'state'>): number {
  if (run.kind !== 'reading' || run.progress === undefined) return 0;
  return Math.floor(Math.max(0, now - run.progress.startedAt) / progressPause);
}

function headlineOf({ view }: Frame): string {
  return view.headline.map(lineText).join(' ');
}

function stepWords({ state, view }: Frame): readonly string[] {
  const { texts, model } = view;
  const number = screenIds.indexOf(state.screen) + 1;
  const { tab, question } = texts.steps.steps[state.screen];
  const status = texts.report.marks[tabMark(state, state.screen)];
  return [
    texts.ui.linear.step(number, screenIds.length, tab, status),
    model?.question ?? question,
    ...(model === undefined ? [] : [model.looked]),
  ];
}

function selectedWords({ view }: Frame): string {
  const { list, selected, texts } = view;
  if (selected === undefined) return list.empty === '' ? texts.ui.linear.noRows : list.empty;
  const tag = list.tagOf?.(selected) ?? '';
  const words = rowWords(selected, texts.report.marks) + (tag === '' ? '' : ` ${tag}`);
  return texts.ui.linear.row(list.selected + 1, list.rows.length, words);
}

function rowWords(
  { mark, id, subject, tag, text }: ListRow,
  marks: Readonly<Record<ListRow['mark'], string>>,
): string {
  const named = [id, tag, subject].filter((part) => part !== undefined && part !== '').join(' ');
  return `${marks[mark]}: ${named === '' ? '' : `${named}: `}${text.trim()}`;
}

/** All of what gets the keys; then only what comes into view, what a cursor marks, and what is typed. */
function focusWords(
  before: Focus | undefined,
  after: Focus,
  pointer: string,
  ui: UiTexts,
): readonly string[] {
  if (before?.id !== after.id) {
    const last = after.first + after.lines.length;
    const isWhole = after.total <= after.lines.length;
    const where = isWhole ? '' : ` (${ui.panes.position(after.first + 1, last, after.total)})`;
    // What is typed into is read as it stands.
    const lines = after.lines.map((line, index) => (index === after.caretLine ? unmarked(line) : say(line)));
    return [`${after.title}${where}`, ...lines];
  }
  if (after.cursor === undefined) {
    const seen = { from: before.first, to: before.first + before.lines.length };
    return after.lines.filter((_, index) => {
      const number = after.first + index;
      return number < seen.from || number >= seen.to;
    });
  }
  if (after.cursor === before.cursor) return [];
  const typed = typedWords(before, after);
  const old = new Set([...before.lines, ...(typed === undefined ? [] : [typed.line])].map(unmarked));
  const marked = before.lines.find(isMarked);
  return [
    ...(typed === undefined ? [] : [typed.text]),
    ...after.lines
      .filter(
        (line) => !old.has(unmarked(line)) || (isMarked(line) && line !== marked && line !== typed?.line),
      )
      .map(say),
  ];

  function isMarked(line: string): boolean {
    return line.startsWith(pointer);
  }

  function unmarked(line: string): string {
    return isMarked(line) ? line.slice(pointer.length).trim() : line.trim();
  }

  function say(line: string): string {
    return isMarked(line) ? ui.linear.selected(unmarked(line)) : line;
  }
}

/** What was typed at the end of a field; a field that changed otherwise is read whole. */
function typedWords(
  before: Focus,
  after: Focus,
): { readonly line: string; readonly text: string } | undefined {
  const had = before.lines[before.caretLine ?? -1]?.trimEnd();
  const line = after.lines[after.caretLine ?? -1];
  if (had === undefined || line === undefined || !line.startsWith(had)) return undefined;
  return { line, text: line.slice(had.length) };
}

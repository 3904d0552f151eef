import { lineText } from '#components/line.ts';
import type { Symbols } from '#components/symbols.ts';
import type { ListRow } from '#presentation/blocks.ts';
import { sanitizeLine } from '#presentation/sanitize.ts';
import type { UiTexts } from '#i18n/types/ui.ts';
import { searchWords } from '../search/line.ts';
import { statusWords } from '../layout/status.ts';
import { positionOf } from '../state/state.ts';
import type { Frame, View } from '../view/view.ts';
import { type Focus, focusedPane, focusOf } from './focus.ts';

/** While something is read, how far it is is said this often, in milliseconds. */
const progressPause = 10_000;

/**
 * What became different between two frames, in words, in the order a person wants to hear it. Nothing is said twice
 * and nothing that is drawn is repeated: the terminal's own lines are the memory.
 */
export function announce(before: Frame | undefined, after: Frame, symbols: Symbols): readonly string[] {
  const { state, view } = after;
  // Before there are facts, there is nothing to walk through.
  if (before === undefined) return tidy([...greeting(after), ...news(before, after)]);
  const isOtherLanguage = before.state.language !== state.language;
  // A watch reads again and again: only what is new is worth a word.
  const isNews = state.watch.kind === 'idle' || headlineOf(before) !== headlineOf(after);
  const hasEnded = isNews && state.run.kind !== 'reading' && before.state.run.kind === 'reading';
  const isOtherPlace =
    isOtherLanguage || hasEnded || before.state.screen !== state.screen || before.state.mesh !== state.mesh;

  const said = [...news(before, after)];
  const isHeadlineDue = isOtherLanguage || hasEnded || headlineOf(before) !== headlineOf(after);
  if (state.run.kind !== 'reading' && isHeadlineDue) said.push(headlineOf(after));
  const focus = focusOf(after);
  const had = focusOf(before);
  if (focus !== undefined) {
    said.push(...focusWords(had, focus, symbols.pointer, view.texts.ui));
    return tidy(said);
  }
  if (isOtherPlace) said.push(...stepWords(after));
  const isBack = had !== undefined;
  const hasMoved = positionOf(before.state) !== positionOf(state);
  if (isOtherPlace || isBack || hasMoved) said.push(selectedWords(after));
  return tidy(said);
}

/** Lines that say something, without the spaces that only lay things out. */
function tidy(lines: readonly string[]): readonly string[] {
  return lines
    .map((line) => sanitizeLine(line).trim().replaceAll(/ {2,}/gu, ' '))
    .filter((line) => line !== '');
}

function greeting({ view }: Frame): readonly string[] {
  const { title, parts, badges = [] } = view.header;
  return [[title, ...parts, ...badges.slice(0, 1)].join(', '), view.texts.ui.linear.intro];
}

/** The status line, a search, and how a reading goes. */
function news(before: Frame | undefined, after: Frame): readonly string[] {
  const { state, view } = after;
  const isNoted = state.note !== undefined && before?.state.note !== state.note;
  const isSearched = state.search !== undefined && before?.state.search !== state.search;
  const isDue =
    before?.state.run.kind !== state.run.kind ||
    (state.run.kind === 'reading' && pausesOf(before) !== pausesOf({ state }));
  return [
    ...(isSearched ? foundWords(after) : []),
    isNoted ? statusWords(state, view.texts) : '',
    isDue ? (view.progress.note ?? '') : '',
    before?.view.body.kind !== 'main' || listHeadOf(before.view) === listHeadOf(view) ? '' : listHeadOf(view),
  ];
}

/** '' where all rows are shown, and where something covers the list. */
function listHeadOf({ body }: View): string {
  return body.kind === 'main' ? (body.listHead ?? '') : '';
}

/** What is searched for, how much of it was found, and the line that a search of a page stands at. */
function foundWords({ state, view }: Frame): readonly string[] {
  const { body, search, searchLine, texts } = view;
  // What is found so far changes many times a second.
  if (search?.isWhole === false) return [];
  const { note: _, ...noteless } = state;
  const told = search === undefined ? statusWords(noteless, texts) : searchWords(search, texts);
  const pane = body.kind === 'page' ? body.pane : body.kind === 'main' ? focusedPane(body) : undefined;
  const line = pane?.lines[search?.position ?? -1];
  return [
    searchLine === undefined ? told : lineText(searchLine.line),
    line === undefined ? '' : lineText(line),
  ];
}

function pausesOf({ state: { run, now } }: Pick<Frame, 'state'>): number {
  if (run.kind !== 'reading' || run.progress === undefined) return 0;
  return Math.floor(Math.max(0, now - run.progress.startedAt) / progressPause);
}

function headlineOf({ view }: Frame): string {
  return view.headline.map(lineText).join(' ');
}

function stepWords({ state, view }: Frame): readonly string[] {
  const { activeTab, tabs, texts } = view;
  const { question, tab } = texts.steps[state.screen];
  const status = texts.report.marks[tabs[activeTab]?.mark ?? 'unknown'];
  const model = view.body.kind === 'main' ? view.body.model : undefined;
  return [
    texts.ui.linear.step(activeTab + 1, tabs.length, tab, status),
    model?.question ?? question,
    ...(model === undefined ? [] : [model.looked]),
  ];
}

function selectedWords({ view: { body, texts } }: Frame): string {
  if (body.kind !== 'main') return '';
  const { list, selected } = body;
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

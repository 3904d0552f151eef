import { pad, textWidth } from '#presentation/text-width.ts';
import { cutMiddle, emptyLine, fitLine, type Line, span } from '#components/line.ts';
import { sentenceLines } from '#components/layout.ts';
import { windowTop } from '#components/scroll.ts';
import type { Symbols } from '#components/symbols.ts';
import { sanitizeLine } from '#presentation/sanitize.ts';
import { verdictMark } from '#presentation/marks.ts';
import type { Texts } from '#i18n/texts.ts';
import { problemText } from '../ports/problem-text.ts';
import { textFieldLine } from '../text-field/text-field.ts';
import { type PickerChoices, type PickerItem, pickerItems, type PickerItems, serverWords } from './items.ts';
import type { Picker } from './state.ts';

/** What stands in the list: a row, or a line that only says something. */
type Entry = { readonly item: number } | { readonly text: string; readonly isHeading?: boolean };

/** What the picker is drawn with, and how large. */
export interface PickerDisplay {
  readonly texts: Texts;
  readonly symbols: Symbols;
  readonly width: number;
  readonly height: number;
  /** It covers the first screen, which says what the walk is. */
  readonly isFirstScreen: boolean;
}

/** The picker as it is drawn. Of many contexts only those that are seen are measured and cleaned. */
export function pickerView(
  picker: Picker,
  choices: PickerChoices,
  display: PickerDisplay,
): {
  readonly title: string;
  readonly lines: readonly Line[];
  /** Where the terminal's own cursor belongs. */
  readonly caret: { readonly line: number; readonly column: number };
} {
  const { texts, symbols, width, height } = display;
  const words = texts.runs.picker;
  const found = pickerItems(picker, choices, texts);
  const prompt = `${symbols.pointer} `;
  const count = words.shown(found.items.length, found.meshes + found.contexts);
  const label = picker.field.value === '' ? `${words.filter}  ${count}` : count;
  const fieldWidth = Math.max(8, width - textWidth(prompt) - textWidth(label) - 3);
  const field = textFieldLine(picker.field, fieldWidth);
  const typed = textWidth(field.line.map(({ text }) => text).join(''));
  const because = becauseLines(picker, found, display);
  const walk = display.isFirstScreen && picker.because !== undefined ? walkLines(display) : [];
  // A filter, a heading, two rows and the next heading are what a list is read by.
  const above: Line[] = [
    ...(because.length + walk.length + 5 <= height ? walk : []),
    ...because,
    [
      span(prompt, 'strong'),
      ...field.line,
      span(' '.repeat(Math.max(1, width - textWidth(prompt) - typed - textWidth(label)))),
      span(label, 'dim'),
    ],
  ];
  const rowsHeight = Math.max(1, height - above.length);
  const entries = entriesOf(choices, found, texts);
  const at = entries.findIndex((entry) => 'item' in entry && entry.item === found.selected);
  // The heading of the first row stays in view with it.
  const top = at <= 1 ? 0 : windowTop(0, at, rowsHeight, entries.length);
  const visible = entries.slice(top, top + rowsHeight);
  const nameWidth = nameColumn(visible, found.items, width);
  return {
    title: words.title,
    lines: [
      ...above,
      ...visible.map((entry): Line =>
        'item' in entry
          ? itemLine(found.items[entry.item] as PickerItem, entry.item === found.selected, nameWidth)
          : textLine(entry),
      ),
    ],
    caret: { line: above.length - 1, column: textWidth(prompt) + field.caretColumn },
  };

  function textLine({ isHeading = false, text }: Extract<Entry, { text: string }>): Line {
    if (text === '') return emptyLine;
    return fitLine(
      [span(isHeading ? text : `  ${text}`, isHeading ? 'strong' : 'dim')],
      width,
      symbols.ellipsis,
    );
  }

  function itemLine(item: PickerItem, isSelected: boolean, nameWidth: number): Line {
    const { mark, name, rest } = toldOf(item, texts, symbols);
    const shown = pad(cutMiddle(name, nameWidth, symbols.ellipsis), nameWidth);
    return fitLine(
      [
        span(isSelected ? `${symbols.pointer} ` : '  ', 'strong'),
        span(
          `${pad(mark, symbols.markWidth)} `,
          item.kind === 'mesh' ? verdictMark(item.mesh.verdict) : 'plain',
        ),
        span(`${shown}  `, isSelected ? 'strong' : 'plain'),
        span(rest.filter((part) => part !== '').join('  ')),
      ],
      width,
      symbols.ellipsis,
    );
  }
}

/** Why it opened by itself. */
function becauseLines(
  { because }: Picker,
  { meshes }: PickerItems,
  { texts: { runs }, symbols, width }: PickerDisplay,
): readonly Line[] {
  if (because === undefined) return [];
  const text = because === 'no-context' ? runs.picker.chooseContext : runs.picker.chooseMesh(meshes);
  return sentenceLines(text, width, 2, symbols);
}

/** What the walk is: the first screen says it, which is covered when the picker opens at the start. */
function walkLines({ texts: { runs, ui }, symbols, width }: PickerDisplay): readonly Line[] {
  return [ui.walk[0] ?? '', runs.picker.thenWalk].map((text) =>
    fitLine([span(`${symbols.bullet} ${text}`)], width, symbols.ellipsis),
  );
}

function entriesOf(
  choices: PickerChoices,
  { contexts, items, meshes }: PickerItems,
  texts: Texts,
): readonly Entry[] {
  const words = texts.runs.picker;
  const rows = items.map((_, item) => ({ item }));
  const firstContext = items.findIndex(({ kind }) => kind === 'context');
  const meshRows = firstContext < 0 ? rows : rows.slice(0, firstContext);
  const contextRows = firstContext < 0 ? [] : rows.slice(firstContext);
  const isFiltered = items.length < meshes + contexts;
  if (items.length === 0 && isFiltered) return [{ text: words.noMatch }];
  return [
    ...(isFiltered && meshRows.length === 0
      ? []
      : [
          { text: words.meshes(meshes), isHeading: true },
          ...meshRows,
          ...(meshes === 0 ? [{ text: noMeshes() }] : []),
        ]),
    ...(isFiltered && contextRows.length === 0
      ? []
      : [{ text: contextsHeading(), isHeading: true }, ...contextRows, ...whyNoContexts()]),
  ];

  function contextsHeading(): string {
    const isDemo = choices.contexts?.kind === 'some' && choices.contexts.isDemo === true;
    return isDemo ? words.scenarios(contexts) : words.contexts(contexts);
  }

  function noMeshes(): string {
    return choices.isReading ? words.meshesLater : words.noMeshes;
  }

  function whyNoContexts(): readonly Entry[] {
    const known = choices.contexts;
    switch (known?.kind) {
      case undefined:
        return [{ text: words.loading }];
      case 'some':
        return [];
      case 'failed':
        return [{ text: sanitizeLine(problemText(known.problem, texts).what) }];
      case 'none':
        return [{ text: known.why === 'snapshot' ? words.inSnapshot : words.inCluster }];
      default:
        known satisfies never;
        return [];
    }
  }
}

function toldOf(
  item: PickerItem,
  texts: Texts,
  symbols: Symbols,
): { readonly mark: string; readonly name: string; readonly rest: readonly string[] } {
  const { presentation, report, runs } = texts;
  const { current } = runs.picker;
  if (item.kind === 'context') {
    const { isCurrent, name, namespace = '' } = item.context;
    return {
      mark: isCurrent ? symbols.bullet : '',
      name: sanitizeLine(name),
      rest: [
        isCurrent ? current : '',
        sanitizeLine(serverWords(item.context, texts)),
        sanitizeLine(namespace),
      ],
    };
  }
  const { mesh, verdict } = item.mesh;
  const mark = verdictMark(verdict);
  return {
    mark: symbols.marks[mark],
    name: sanitizeLine(item.label),
    rest: [
      mark === 'pending' ? report.marks.pending : presentation.verdicts[verdict.status],
      mesh.version === '' ? mesh.flavour : sanitizeLine(`${mesh.flavour} v${mesh.version}`),
      item.isCurrent ? current : '',
    ],
  };
}

/** Names stand whole where there is room, and never take more than half. */
function nameColumn(visible: readonly Entry[], items: readonly PickerItem[], width: number): number {
  const names = visible.flatMap((entry) => {
    const item = 'item' in entry ? items[entry.item] : undefined;
    if (item === undefined) return [];
    return [textWidth(sanitizeLine(item.kind === 'mesh' ? item.label : item.context.name))];
  });
  return Math.min(Math.floor(width / 2), Math.max(0, ...names));
}

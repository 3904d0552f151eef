import { pad, textWidth } from '#presentation/text-width.ts';
import { emptyLine, type Line, lineWidth, plainLine, type Span, span } from '#components/line.ts';
import { linkLines } from '#components/link-lines.ts';
import { selectableRows } from '#components/selectable.ts';
import type { Symbols } from '#components/symbols.ts';
import type { Block, Mark } from '#presentation/blocks.ts';
import { publishedGuide } from '#presentation/published-guide.ts';
import type { Texts } from '#i18n/texts.ts';
import { type ActionId, keyGroups } from '#i18n/types/ui.ts';
import { wrapText } from '#presentation/wrap.ts';
import type { KeyBinding } from '../keys/action.ts';
import { keyLabel } from '../keys/key-label.ts';
import type { Page } from '../state/overlay.ts';
import { currentMesh } from '../state/shown.ts';
import type { WizardState } from '../state/state.ts';
import type { Display } from './display.ts';

/** The lines of a page that covers a step: all keys, the guide's section, a text to be selected. */
export function pageLines(state: WizardState, page: Page, display: Display): readonly Line[] {
  const { keymap, layout, size, symbols } = display;
  const texts = display.texts(state.language);
  switch (page.kind) {
    case 'help':
      return helpLines(keymap, texts, symbols, size.columns);
    case 'guide': {
      const { guide } = texts.steps[state.screen];
      const url = publishedGuide(state.screen, currentMesh(state)?.mesh.flavour ?? 'osm-edge');
      return [
        ...layout(guideBlocks(guide, texts), size.columns),
        emptyLine,
        ...linkLines(texts.ui.guide.published, url, size.columns),
      ];
    }
    case 'copy':
      return selectableRows(page.text, size.columns).map(({ text }) => plainLine(text));
    default:
      return page satisfies never;
  }
}

function guideBlocks(guide: Texts['steps']['health']['guide'], texts: Texts): readonly Block[] {
  return [
    { kind: 'heading', level: 2, text: guide.title },
    ...guide.paragraphs.map((text): Block => ({ kind: 'paragraph', text })),
    ...(guide.stale.length === 0
      ? []
      : [
          { kind: 'heading' as const, level: 2 as const, text: texts.ui.guide.stale },
          { kind: 'list' as const, items: guide.stale },
        ]),
  ];
}

/** What the signs mean; where they are words themselves, as in linear mode, they need no explanation. */
function legendLines(texts: Texts, symbols: Symbols, width: number): readonly Line[] {
  const lines: Span[][] = [];
  for (const mark of Object.keys(texts.ui.help.marks) as Mark[]) {
    const sign = symbols.marks[mark];
    if (textWidth(sign) > symbols.markWidth) continue;
    const told = [span(sign, mark), span(` ${texts.ui.help.marks[mark]}`)];
    const line = lines.at(-1);
    if (line !== undefined && lineWidth(line) + lineWidth(told) + 3 <= width) line.push(span('   '), ...told);
    else lines.push(told);
  }
  return lines;
}

/** Every binding of the keymap, by group; the same table drives the input. */
export function helpLines(
  keymap: readonly KeyBinding[],
  texts: Texts,
  symbols: Symbols,
  width: number,
): readonly Line[] {
  const lines: Line[] = wrapText(texts.ui.help.intro, width).map((text) => plainLine(text, 'dim'));
  lines.push(...legendLines(texts, symbols, width));
  const column = 2 + Math.max(...keymap.map(({ keys }) => textWidth(keyLabel(keys, symbols))));
  for (const group of keyGroups) {
    const byAction = new Map<ActionId, string>();
    // Where a mode gives an action further keys, the first binding stands for all.
    for (const { action, keys } of keymap.filter((binding) => binding.group === group)) {
      if (!byAction.has(action)) byAction.set(action, keyLabel(keys, symbols));
    }
    lines.push(emptyLine, plainLine(texts.ui.groups[group], 'strong'));
    for (const [action, keys] of byAction) {
      const [first = '', ...more] = wrapText(texts.ui.actions[action].help, Math.max(10, width - column - 2));
      lines.push([span('  '), span(pad(keys, column), 'strong'), span(first)]);
      lines.push(...more.map((text) => plainLine(' '.repeat(column + 2) + text)));
    }
  }
  return lines;
}

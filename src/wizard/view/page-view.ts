import { textWidth } from '#presentation/text-width.ts';
import { emptyLine, type Line, lineWidth, pad, plainLine, type Span, span } from '#components/line.ts';
import { linkLines } from '#components/link-lines.ts';
import type { PaneView } from '#components/pane.tsx';
import { clampScroll } from '#components/scroll.ts';
import { selectableRows } from '#components/selectable.ts';
import type { Symbols } from '#components/symbols.ts';
import type { Block, Mark } from '#presentation/blocks.ts';
import { publishedGuide } from '#presentation/published-guide.ts';
import type { Texts } from '#i18n/texts.ts';
import type { ActionId } from '#i18n/types/ui.ts';
import { keyGroups } from '#i18n/types/ui.ts';
import { wrapText } from '#presentation/wrap.ts';
import { keyLabel } from '../keys/key-label.ts';
import { keymap } from '../reduce/keymap.ts';
import { currentMesh } from '../state/shown.ts';
import type { BlockLayout } from '../layout/models.ts';
import type { WizardState } from '../state/state.ts';

interface Looks {
  readonly symbols: Symbols;
  readonly layout: BlockLayout;
}

/** The page that covers a step: all keys, the guide's section, a text to be selected; undefined for other overlays. */
export function pageView(
  state: WizardState,
  texts: Texts,
  looks: Looks,
  size: { readonly width: number; readonly height: number },
): PaneView | undefined {
  const { overlay } = state;
  const content = contentOf(state, texts, looks, size.width);
  if (content === undefined || !('scroll' in overlay)) return undefined;
  const height = Math.max(1, size.height);
  return {
    ...content,
    height,
    scroll: clampScroll(overlay.scroll, height, content.lines.length),
    focused: true,
    position: texts.ui.panes.position,
  };
}

function contentOf(
  state: WizardState,
  texts: Texts,
  { symbols, layout }: Looks,
  width: number,
): Pick<PaneView, 'title' | 'lines'> | undefined {
  const { overlay, screen } = state;
  switch (overlay.kind) {
    case 'help':
      return { title: texts.ui.help.title, lines: helpLines(texts, symbols, width) };
    case 'guide': {
      const { guide, tab } = texts.steps.steps[screen];
      const url = publishedGuide(screen, currentMesh(state)?.mesh.flavour ?? 'osm-edge');
      return {
        title: texts.ui.guide.title(tab),
        lines: [
          ...layout(guideBlocks(guide, texts), width),
          emptyLine,
          ...linkLines(texts.ui.guide.published, url, width),
        ],
      };
    }
    case 'copy':
      return {
        title: texts.ui.copy.title,
        lines: selectableRows(overlay.text, width).map(({ text }) => plainLine(text)),
      };
    case 'none':
    case 'picker':
    case 'commands':
    case 'export':
      return undefined;
    default:
      return overlay satisfies never;
  }
}

function guideBlocks(guide: Texts['steps']['steps']['health']['guide'], texts: Texts): readonly Block[] {
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

/** What the signs mean; where they are words themselves, as in linear mode, they need no telling. */
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
export function helpLines(texts: Texts, symbols: Symbols, width: number): readonly Line[] {
  const lines: Line[] = wrapText(texts.ui.help.intro, width).map((text) => plainLine(text, 'dim'));
  lines.push(...legendLines(texts, symbols, width));
  const column = 2 + Math.max(...keymap.map(({ keys }) => textWidth(keyLabel(keys, symbols))));
  for (const group of keyGroups) {
    const rows = keymap.filter((binding) => binding.group === group);
    const byAction = new Map<ActionId, string>();
    // Where a mode gives an action further keys, the first binding stands for all.
    for (const { action, keys } of rows) {
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

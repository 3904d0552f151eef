import { footerLine } from '#components/footer.ts';
import { headerLine } from '#components/header-bar.ts';
import { fitLine, type Line, plainLine, span } from '#components/line.ts';
import { filled, paneLines } from '#components/pane.ts';
import { listLines } from '#components/row-lines.ts';
import { ruleLine } from '#components/rule-lines.ts';
import type { Symbols } from '#components/symbols.ts';
import { tabLine } from '#components/tab-bar.ts';
import { halves } from '../layout/geometry.ts';
import type { LogView } from '../log/view.ts';
import type { BodyView } from './body.ts';
import type { MainView } from './main-view.ts';
import type { View } from './view.ts';

/** The screen from its first line to its last; lines may be wider than it, and are cut where they are drawn. */
export function screenLines(view: View, symbols: Symbols): readonly Line[] {
  const { columns: width, rows } = view.size;
  if (view.tooSmall !== undefined) return filled(view.tooSmall, rows);
  return [
    headerLine(view.header, width, symbols),
    tabLine(view.tabs, view.activeTab, width, symbols),
    ...view.headline,
    ruleLine(view.progress, width, symbols),
    ...view.sentences,
    ...bodyLines(view.body, width, symbols),
    ...view.status,
    footerLine(view.hints, width, symbols.ellipsis),
  ];
}

function bodyLines(body: BodyView, width: number, symbols: Symbols): readonly Line[] {
  switch (body.kind) {
    case 'page':
    case 'dialog':
    case 'problem':
      return paneLines(body.pane, width, symbols);
    case 'log':
      return logLines(body.log, width, symbols);
    case 'main':
      return [
        ...filled(stepLines(body, width, symbols), body.height),
        ...(body.timeline === undefined ? [] : paneLines(body.timeline.pane, width, symbols)),
      ];
    default:
      return body satisfies never;
  }
}

/** Its name and place, how it is shown, and the lines that fit. */
function logLines(
  { title, note, status, lines, height }: LogView,
  width: number,
  symbols: Symbols,
): readonly Line[] {
  return [ruleLine({ title, note, focused: true }, width, symbols), status, ...filled(lines, height)];
}

/** List and pane, and on a wide terminal the details beside them. */
function stepLines(main: MainView, width: number, symbols: Symbols): readonly Line[] {
  if (!main.isWide) return listAndPane(main, width, symbols);
  const { left, right } = halves(width);
  const list = filled(listAndPane(main, left, symbols), main.height);
  const details = filled(main.side === undefined ? [] : paneLines(main.side, right, symbols), main.height);
  const bar = span(` ${symbols.bar} `, 'dim');
  return list.map((line, row) => [...fitLine(line, left, symbols.ellipsis), bar, ...(details[row] ?? [])]);
}

function listAndPane({ list, listHead, lower }: MainView, width: number, symbols: Symbols): readonly Line[] {
  return [
    ...(listHead === undefined ? [] : [plainLine(listHead, 'dim')]),
    ...listLines(list, width, symbols),
    ...paneLines(lower, width, symbols),
  ];
}

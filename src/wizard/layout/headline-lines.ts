import { sentenceLines } from '#components/layout.ts';
import { justify, type Line, plainLine, span } from '#components/line.ts';
import { sanitizeLine } from '#presentation/sanitize.ts';
import { textWidth } from '#presentation/text-width.ts';
import type { Headline } from '#presentation/headline.ts';
import { hasNoControlPlane } from '#presentation/no-control-plane.ts';
import type { Texts } from '#i18n/texts.ts';
import type { Display } from './display.ts';
import { headHeights } from './geometry.ts';
import { currentMesh, lastVerdict } from '../state/shown.ts';
import type { WizardState } from '../state/state.ts';

/** What is wrong, in one sentence, and the first thing to run; the verdict of the last whole reading. */
export function headlineLines(
  state: WizardState,
  { headline, size, symbols, texts: textsOf }: Display,
): readonly Line[] {
  const texts = textsOf(state.language);
  const most = headHeights(size.rows);
  const last = lastVerdict(state)?.diagnosis;
  const mesh = currentMesh(state, 'verdict');
  // Where nothing is, the run knows what was asked for.
  const of = mesh === undefined || hasNoControlPlane(mesh) ? last : mesh;
  const told = of === undefined || last === undefined ? undefined : headline(of, texts, last.source);
  if (told === undefined) return [plainLine(untold(state, texts), 'dim')];
  const mark = `${symbols.marks[told.mark]} `;
  const width = size.columns - textWidth(mark);
  const lines = sentenceLines(told.text, width, most.headline, symbols, 'strong').map((line, row): Line => [
    span(row === 0 ? mark : ' '.repeat(textWidth(mark)), told.mark),
    ...line,
  ]);
  return most.command === 0 ? lines : [...lines, ...commandLine(told, texts, size.columns, symbols.ellipsis)];
}

/** Instead of a headline, before there are any facts. */
function untold({ run }: WizardState, { ui }: Texts): string {
  switch (run.kind) {
    case 'reading':
    case 'finished':
      return ui.firstHeadline;
    case 'cancelled':
      return ui.progress.cancelled;
    case 'failed':
      // What failed stands below; the way out is seen on any terminal here.
      return ui.problem.retry;
    case 'unchosen':
      return ui.noContext;
    default:
      return run satisfies never;
  }
}

function commandLine(
  { command1, more, otherCauses }: Headline,
  texts: Texts,
  columns: number,
  ellipsis: string,
): readonly Line[] {
  if (command1 === undefined) return [];
  const words = texts.presentation.headline;
  const after = [more > 0 ? words.thenMore(more) : '', otherCauses > 0 ? words.otherCauses(otherCauses) : '']
    .filter((part) => part !== '')
    .join(' · ');
  return [
    justify(
      [span('  1 ', 'strong'), span(sanitizeLine(command1), 'command')],
      [span(after === '' ? '' : `  ${after}`)],
      columns,
      ellipsis,
    ),
  ];
}

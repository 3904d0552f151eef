import { stepIds } from '#diagnosis/step.ts';
import type { ScreenId } from '#i18n/types/steps.ts';
import type { Block } from './blocks.ts';
import type { PresentationInput } from './screen-input.ts';
import { clusterLine } from './shell.ts';

/** The guide's section for a screen: its gist, its commands with the names of this cluster, and where it is stale. */
export function guideBlocks(screen: ScreenId, input: PresentationInput): readonly Block[] {
  const { guide } = input.texts.steps[screen];
  return [
    { kind: 'heading', level: 2, text: guide.title },
    ...guide.paragraphs.map((text) => ({ kind: 'paragraph', text }) as const),
    ...guideCommands(screen, input),
    ...staleBlocks(screen, input),
  ];
}

/** The guide's own commands, each with real names. */
export function guideCommands(screen: ScreenId, input: PresentationInput): readonly Block[] {
  const { labels } = input.texts.presentation;
  const step = stepIds.find((id) => id === screen);
  const commands = step === undefined ? [] : input.diagnosis.steps[step].detail.guideCommands;
  if (commands.length === 0) return [];
  return [
    { kind: 'heading', level: 2, text: labels.guideCommands },
    ...commands.map((argv): Block => ({
      kind: 'command',
      command: clusterLine(argv, input.run),
      equivalents: [],
      text: '',
      notes: [],
    })),
  ];
}

/** Where the published guide is out of date for this step. */
export function staleBlocks(screen: ScreenId, { texts }: PresentationInput): readonly Block[] {
  const { stale } = texts.steps[screen].guide;
  if (stale.length === 0) return [];
  return [
    { kind: 'heading', level: 3, text: texts.presentation.labels.guideStale },
    { kind: 'list', items: stale },
  ];
}

import type { Block } from '#presentation/blocks.ts';
import type { ReportDocument } from './report-document.ts';

/** What a reader needs who reads no further: the sentence, the first command, and what comes after it. */
export function topBlocks({ headline, texts }: Pick<ReportDocument, 'headline' | 'texts'>): readonly Block[] {
  const { otherCauses, thenMore } = texts.presentation.headline;
  const more = [
    headline.more > 0 ? thenMore(headline.more) : '',
    headline.otherCauses > 0 ? otherCauses(headline.otherCauses) : '',
  ].filter((part) => part !== '');
  const sentence: Block = { kind: 'item', mark: headline.mark, text: headline.text };
  if (headline.command1 === undefined) return [sentence];
  return [
    sentence,
    {
      kind: 'command',
      number: 1,
      command: headline.command1,
      equivalents: [],
      text: texts.report.firstCommand,
      notes: more.length === 0 ? [] : [{ mark: 'info', text: more.join(' · ') }],
    },
    ...(headline.firstFix === undefined
      ? []
      : [
          {
            kind: 'command' as const,
            ...headline.firstFix,
            equivalents: [],
            text: texts.report.firstFix,
            notes: [],
          },
        ]),
  ];
}

import type { TimelineEntry } from '#diagnosis/diagnosis.ts';
import type { Block, Mark } from '#presentation/blocks.ts';
import type { Headline } from '#presentation/headline.ts';
import type { Language, Texts } from '#i18n/texts.ts';

/** One line of what a report says of itself, e.g. when the cluster was read. */
export interface ReportFact {
  readonly label: string;
  readonly value: string;
}

export interface ReportSection {
  /** Unique in the report: letters, digits and hyphens, so that it can be an anchor. */
  readonly id: string;
  /** The title of the report is level 1. */
  readonly level: 2 | 3;
  readonly title: string;
  readonly mark?: Mark;
  readonly blocks: readonly Block[];
  /** Set where the entries can be drawn as a picture as well. */
  readonly timeline?: readonly TimelineEntry[];
}

/**
 * How much a report tells. `brief`: causes, commands, checks and findings, one line each, for a log that is skimmed;
 * `full`: with every piece of evidence and every table, to be handed over.
 */
export type Detail = 'brief' | 'full';

/** A report before it is known in which format: what stands at its top, then its sections in order. */
export interface ReportDocument {
  readonly language: Language;
  readonly texts: Texts;
  /** RFC 3339; the picture of the timeline ends here. */
  readonly readAt: string;
  readonly title: string;
  readonly mark: Mark;
  /** The verdict in one word or two. */
  readonly verdict: string;
  readonly headline: Headline;
  /** Set for a demo: what says so at the top. */
  readonly demo?: string;
  readonly facts: readonly ReportFact[];
  /** Follows the facts: one row a mesh when there are several, notes. */
  readonly summary: readonly Block[];
  readonly sections: readonly ReportSection[];
}

/** How deep a block's heading stands in its section: 1 for the highest that the section has. */
export function headingDepth(section: ReportSection, level: 1 | 2 | 3): number {
  const highest = Math.min(...section.blocks.map((block) => (block.kind === 'heading' ? block.level : 3)));
  return level - highest + 1;
}

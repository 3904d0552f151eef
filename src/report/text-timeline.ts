import type { TimelineEntry } from '#diagnosis/diagnosis.ts';
import { span, utc } from '#document/age.ts';
import { cleanLine } from '#document/clean.ts';
import { subjectLabel } from '#document/subject.ts';
import type { Texts } from '#language/texts.ts';
import stringWidth from 'string-width';
import { padded, wrap } from './wrap.ts';

/**
 * The timeline as lines: when, what and about what, and the words of the cluster under it. A table of it would break
 * names at any width that a log has.
 */
export function textTimeline(
  timeline: readonly TimelineEntry[],
  { document }: Texts,
  width: number,
): readonly string[] {
  const names = document.timelineKinds;
  const column = Math.max(...timeline.map(({ kind }) => stringWidth(names[kind])));
  return timeline.flatMap((entry) => {
    const time = cleanLine(utc(entry.at));
    const inside = ' '.repeat(time.length + 2);
    const room = width === 0 ? 0 : Math.max(20, width - inside.length);
    return [
      `${time}  ${padded(names[entry.kind], column)}  ${cleanLine(subjectLabel(entry.subject))}`,
      ...wrap(cleanLine(`${entry.text}${times(entry)}`), room).map((part) => `${inside}${part}`),
    ];
  });
}

function times({ at, count, until }: TimelineEntry): string {
  if (count <= 1) return '';
  return until === undefined ? ` (x${count})` : ` (x${count}, ${span(at, until)})`;
}

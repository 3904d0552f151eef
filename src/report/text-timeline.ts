import type { TimelineEntry } from '#diagnosis/diagnosis.ts';
import { span, utc } from '#presentation/age.ts';
import { subjectLabel } from '#presentation/subject.ts';
import type { Texts } from '#i18n/texts.ts';
import stringWidth from 'string-width';
import type { TextStyle } from './text-style.ts';
import { pad } from '#presentation/text-width.ts';
import { wrapText } from '#presentation/wrap.ts';

/**
 * The timeline as lines: when, what and about what, and the words of the cluster under it. A table of it would break
 * names at any width that a log has.
 */
export function textTimeline(
  timeline: readonly TimelineEntry[],
  { presentation }: Texts,
  width: number,
  style: TextStyle,
): readonly string[] {
  const names = presentation.timelineKinds;
  const column = Math.max(...timeline.map(({ kind }) => stringWidth(names[kind])));
  return timeline.flatMap((entry) => {
    const time = style.say(utc(entry.at));
    const inside = ' '.repeat(time.length + 2);
    const room = width === 0 ? 0 : Math.max(20, width - inside.length);
    const head = `${time}  ${pad(names[entry.kind], column)}`;
    const subject = style.say(subjectLabel(entry.subject));
    const isShort = width === 0 || stringWidth(head) + 2 + stringWidth(subject) <= width;
    const below = [...(isShort ? [] : wrapText(subject, room)), ...wrapText(style.say(wordsOf(entry)), room)];
    return [
      isShort ? `${head}  ${subject}` : head.trimEnd(),
      ...below.filter((part) => part !== '').map((part) => `${inside}${part}`),
    ];
  });
}

/** A name that stands on the line above is not said again. */
function wordsOf(entry: TimelineEntry): string {
  const said = entry.text === entry.subject.name ? '' : entry.text;
  return `${said}${times(entry)}`;
}

function times({ at, count, until }: TimelineEntry): string {
  if (count <= 1) return '';
  return until === undefined ? ` (x${count})` : ` (x${count}, ${span(at, until)})`;
}

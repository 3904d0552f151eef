import { type TimelineEntry, timelineKinds } from '#diagnosis/diagnosis.ts';
import { utc } from '#presentation/age.ts';
import { sanitizeLine } from '#presentation/sanitize.ts';
import { subjectLabel } from '#presentation/subject.ts';
import { toneOf } from '#presentation/timeline.ts';
import stringWidth from 'string-width';
import { type Markup, markup } from './html-tag.ts';
import type { ReportDocument } from './report-document.ts';
import { timeScale } from '#presentation/time-scale.ts';
import { graphemesOf } from '#presentation/text-width.ts';

const width = 1000;
const left = 120;
const right = width - 40;
const rowHeight = 30;
const top = 12;
/** Of one column of a terminal, at the size of the labels. */
const columnWidth = 5.9;
const longestLabel = 44;
/** Marks closer than this have no room for labels of their own. */
const markRoom = 14;

type Kind = TimelineEntry['kind'];

interface Drawn {
  readonly entry: TimelineEntry;
  readonly from: number;
  readonly to: number;
}

/** The timeline as a picture: one row a kind, a mark for each entry; the table below it says the same in words. */
export function timelineSvg(timeline: readonly TimelineEntry[], report: ReportDocument): Markup | '' {
  const { readAt, texts } = report;
  const entries = timeline.filter(({ at }) => !Number.isNaN(Date.parse(at)));
  const now = Date.parse(readAt);
  if (entries.length === 0 || Number.isNaN(now)) return '';
  const words = texts.report.timeline;
  const first = Math.min(...entries.map(({ at }) => Date.parse(at)));
  const last = Math.max(now, ...entries.map(endOf));
  const scale = timeScale(first, last, words.before);
  const x = (time: number): number => Math.round(left + scale.at(time) * (right - left));
  const rows = timelineKinds.filter((kind) => entries.some((entry) => entry.kind === kind));
  const bottom = top + rows.length * rowHeight;
  const drawn = (kind: Kind): readonly Drawn[] =>
    entries
      .filter((entry) => entry.kind === kind)
      .map((entry) => ({ entry, from: x(Date.parse(entry.at)), to: x(endOf(entry)) }))
      .toSorted((a, b) => a.from - b.from);
  const told = words.picture(entries.length, utc(new Date(first).toISOString()), utc(readAt));
  return markup`<div class="scroll" tabindex="0"><svg class="timeline" viewBox="0 0 ${width} ${bottom + 30}" role="img" aria-label="${told}" xmlns="http://www.w3.org/2000/svg">
<title>${told}</title>
${scale.ticks.map(({ at, label }) => tick(Math.round(left + at * (right - left)), bottom, label))}
<line class="now" x1="${x(now)}" x2="${x(now)}" y1="${top}" y2="${bottom}"/><text class="tick" x="${width - 4}" y="${bottom + 26}" text-anchor="end">${words.readNow} ${utc(readAt).slice(11, 19)}</text>
${rows.map((kind, index) => row(kind, drawn(kind), top + index * rowHeight + rowHeight / 2, report))}</svg></div>
`;
}

function endOf({ at, until }: TimelineEntry): number {
  const end = Date.parse(until ?? at);
  return Number.isNaN(end) ? Date.parse(at) : end;
}

function tick(x: number, bottom: number, label: string): Markup {
  return markup`<line class="grid" x1="${x}" x2="${x}" y1="${top}" y2="${bottom}"/><text class="tick" x="${x}" y="${bottom + 14}" text-anchor="middle">${label}</text>\n`;
}

function row(kind: Kind, marks: readonly Drawn[], y: number, { texts }: ReportDocument): Markup {
  const name = texts.presentation.timelineKinds[kind];
  const labels = placeLabels(marks);
  return markup`<g>
<text class="kind" x="8" y="${y + 4}">${name}</text>
<line class="grid" x1="${left}" x2="${right}" y1="${y}" y2="${y}"/>
${marks.map(
  ({ entry, from, to }) =>
    markup`<rect class="${toneOf(entry)}" x="${from - 4}" y="${y - 6}" width="${to - from + 8}" height="12" rx="4"><title>${whole(entry, name)}</title></rect>\n`,
)}${labels.map(
    ({ anchor, text, x }) =>
      markup`<text class="label" x="${x}" y="${y - 9}" text-anchor="${anchor}">${text}</text>\n`,
  )}</g>
`;
}

interface Label {
  readonly x: number;
  readonly anchor: 'start' | 'end';
  readonly text: string;
}

/** Labels above their marks, from left to right; one that finds no room is left to the table and to the pointer. */
function placeLabels(marks: readonly Drawn[]): readonly Label[] {
  const labels: Label[] = [];
  let taken = left - markRoom;
  for (const { first, others } of clusters(marks)) {
    const text = labelOf(first.entry, others);
    const length = stringWidth(text) * columnWidth;
    const start = first.from - 4;
    const opens = start >= taken && start + length <= width - 4;
    const closes = !opens && first.from + 4 - length >= taken;
    if (opens) labels.push({ x: start, anchor: 'start', text });
    if (closes) labels.push({ x: first.from + 4, anchor: 'end', text });
    if (opens) taken = start + length + 8;
    if (closes) taken = first.from + 12;
  }
  return labels;
}

/** Marks that all but cover each other share a label. */
function clusters(marks: readonly Drawn[]): readonly { readonly first: Drawn; readonly others: number }[] {
  const found: { first: Drawn; others: number }[] = [];
  for (const mark of marks) {
    const last = found.at(-1);
    if (last !== undefined && mark.from - last.first.from < markRoom) last.others += 1;
    else found.push({ first: mark, others: 0 });
  }
  return found;
}

function labelOf({ count, text }: TimelineEntry, others: number): string {
  const characters = graphemesOf(sanitizeLine(text));
  const shown =
    characters.length > longestLabel
      ? `${characters.slice(0, longestLabel - 1).join('')}…`
      : characters.join('');
  return `${shown}${count > 1 ? ` ×${count}` : ''}${others > 0 ? ` +${others}` : ''}`;
}

function whole(entry: TimelineEntry, name: string): string {
  const { at, count, subject, text, until } = entry;
  const time = until === undefined ? utc(at) : `${utc(at)} – ${utc(until)}`;
  return `${time} ${name} ${subjectLabel(subject)}: ${text}${count > 1 ? ` ×${count}` : ''}`;
}

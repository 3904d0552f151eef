import { type Finding, findingKey } from '#diagnosis/finding.ts';
import { findingId } from '#diagnosis/finding-catalogue.ts';
import { logLineAt } from '#diagnosis/log-line-place.ts';
import type { Block, ListRow } from '../blocks.ts';
import { adviceBlocks } from '../cause.ts';
import { changeTag } from '../changes.ts';
import { evidenceBlocks, evidenceText, findingHeader, referenceBlock } from '../finding.ts';
import { severityMark } from '../marks.ts';
import { causeOf, rootOf } from '../related.ts';
import { remedyLines } from '../remedy.ts';
import { findingTitle } from '../say.ts';
import type { DocumentInput } from '../screen-input.ts';
import { subjectLabel } from '../subject.ts';

/** A finding in a screen's list; `tables` are those of the step that belong to it, shown last in its detail. */
export function findingRow(
  finding: Finding,
  input: DocumentInput,
  tables: () => readonly Block[] = () => [],
): ListRow {
  return {
    key: findingKey(finding),
    mark: severityMark(finding.severity),
    id: findingId(finding.code),
    ...changeTag(finding, input),
    subject: subjectLabel(finding.subject),
    text: findingTitle(finding, input.texts),
    detail: () => [
      ...findingHeader(finding, input),
      ...evidenceBlocks(finding, input),
      ...adviceBlocks(finding, input),
      ...tables(),
      referenceBlock(findingId(finding.code), input),
    ],
    // Made when they are asked for: of a long list a person copies one or two.
    get commands() {
      return findingCommands(finding, input);
    },
    get evidence() {
      return evidenceText(finding);
    },
    ...logOf(finding),
    about: { kind: 'finding', key: findingKey(finding) },
  };
}

/** The log that a finding rests on, at the last line it quotes. */
function logOf({ evidence, subject }: Finding): Pick<ListRow, 'log'> {
  const place = evidence.flatMap(({ at }) => logLineAt(at) ?? []).at(-1);
  const { kind, name, namespace } = subject;
  if (place === undefined || kind !== 'Pod' || namespace === undefined) return {};
  return { log: { namespace, pod: name, ...place } };
}

/** The commands that mend a finding: those of the root cause that it belongs to. */
export function findingCommands(finding: Finding, input: DocumentInput): readonly string[] {
  const { causes } = input.diagnosis;
  const cause = causeOf(finding, causes);
  return cause === undefined ? [] : remedyLines(rootOf(cause, causes).remedy, input);
}

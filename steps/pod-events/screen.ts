import type { CheckResult } from '#diagnosis/check.ts';
import type { Finding } from '#diagnosis/finding.ts';
import type { Block } from '#presentation/blocks.ts';
import { goneRows } from '#presentation/changes.ts';
import { summarySentence } from '#presentation/summary.ts';
import { stepOverview } from '#steps/shared/overview.ts';
import { arrangeRows } from '#presentation/rows/arrange.ts';
import { checkRows } from '#presentation/rows/check-rows.ts';
import { findingRows } from '#presentation/rows/finding-row.ts';
import type { Screen, ScreenInput } from '#presentation/screen-input.ts';
import { eventTable, eventTables, stateTable } from './tables.ts';

/** Step 2: what Kubernetes met while it created, scheduled and started the pods. */
export const screen: Screen = (input) => {
  const { diagnosis, texts } = input;
  const { checks, detail, findings } = diagnosis.steps['pod-events'];
  return {
    question: texts.steps['pod-events'].question,
    looked: summarySentence(
      texts.steps['pod-events'].words.looked(detail.events.length, detail.states.length),
      checks,
      texts,
    ),
    rows: arrangeRows(
      [
        ...findingRows(findings, input, (finding) => tablesOfFinding(finding, input)),
        ...checkRows(checks, input, (check) => tablesOfCheck(check, input)),
      ],
      goneRows(input, 'pod-events'),
    ),
    get overview() {
      return stepOverview('pod-events', input, eventTables(input));
    },
  };
};

/** The events of the object, and its containers, whose states outlive the events. */
function tablesOfFinding({ subject }: Finding, input: ScreenInput): readonly Block[] {
  const { states } = input.diagnosis.steps['pod-events'].detail;
  return [
    ...eventTable(`${subject.kind}/${subject.name}`, input),
    ...stateTable(
      states.filter(({ pod }) => subject.kind === 'Pod' && pod === subject.name),
      input,
    ),
  ];
}

function tablesOfCheck({ id }: CheckResult, input: ScreenInput): readonly Block[] {
  if (id === 'container-states') return stateTable(input.diagnosis.steps['pod-events'].detail.states, input);
  return eventTables(input);
}

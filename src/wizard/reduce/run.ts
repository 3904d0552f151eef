import { compareDiagnoses } from '#diagnosis/compare.ts';
import type { Diagnosis } from '#diagnosis/diagnosis.ts';
import { changeCounts } from '#presentation/changes.ts';
import { withReading } from '#presentation/history.ts';
import { verdictMark } from '#presentation/marks.ts';
import type { ChangeCounts } from '#i18n/types/runs.ts';
import type { ScreenId } from '#i18n/types/steps.ts';
import type { Problem, ProblemKind } from '#errors/problem.ts';
import type { Snapshot } from '#snapshot/snapshot.ts';
import { screenModes } from '../keys/mode.ts';
import { type Note, note } from '../keys/note.ts';
import { meshKey } from '../state/mesh-key.ts';
import type { Message, Transition } from '../state/message.ts';
import { currentMesh } from '../state/shown.ts';
import type { Facts, WizardState } from '../state/state.ts';
import { type ActionInput, isUnread, type WizardAction } from './action.ts';
import { beginReading } from './begin-reading.ts';
import { noted, transition, notify, withNote } from './change.ts';
import { askContext, offerMeshes } from './picker.ts';
import { stepName } from './walk.ts';
import { afterFailure, afterReading, stopWatch } from './watch.ts';

/** r and R. Without any facts yet, both read everything from the start. */
export const rereadActions: readonly WizardAction[] = [
  {
    id: 'reread-step',
    bindings: [{ keys: ['r'], modes: screenModes, group: 'act', footer: { order: 7, rank: 9 } }],
    refusal: rereadRefusal,
    isOffered: ({ state }) => state.data !== undefined,
    run: (input) => reread(input, input.state.screen),
  },
  {
    id: 'reread-all',
    bindings: [{ keys: ['R'], modes: screenModes, group: 'act', footer: { order: 0.5, rank: 2.5 } }],
    refusal: rereadRefusal,
    // The footer has room for one of the two: this one where there is no step to read again.
    isOffered: ({ state }) => state.run.kind === 'failed' && isUnread(state),
    run: (input) => reread(input, 'everything'),
  },
];

function rereadRefusal({ state, display }: ActionInput): Note | undefined {
  if (state.run.kind === 'unchosen') return note('noContext', {});
  if (state.run.kind === 'reading') return note('stillReading', {});
  return display.file !== undefined && state.data !== undefined ? note('replayed', {}) : undefined;
}

function reread({ state, display }: ActionInput, what: ScreenId | 'everything'): Transition {
  const next = beginReading(state, what);
  const said =
    what === 'everything' || state.data === undefined
      ? note('readAllAgain', {})
      : note('readAgain', { step: stepName(state, display) });
  return { ...next, state: noted(next.state, said) };
}

/** Esc on a step: stops what is read, and a watch with it. */
export function cancel(state: WizardState): Transition {
  const { id, kind } = state.run;
  if (kind !== 'reading') return stopWatch(state);
  const cancelled: WizardState = { ...state, run: { kind: 'cancelled', id }, watch: { kind: 'idle' } };
  const name = state.watch.kind === 'on' ? 'watchStopped' : 'cancelled';
  return transition(withNote(cancelled, name, {}), { kind: 'cancel', run: id });
}

type RunMessage = Extract<Message, { readonly run: number }>;

/** What a reading reports; one that was stopped or replaced is not listened to any more, but for what is left of it. */
export function receiveReading(state: WizardState, message: RunMessage): Transition {
  const { run } = state;
  if (run.id !== message.run) return transition(state);
  if (message.kind === 'kept') {
    const { diagnosis, snapshot } = message;
    return run.kind === 'cancelled'
      ? transition({ ...state, data: factsOf(state, snapshot, diagnosis) })
      : transition(state);
  }
  if (run.kind !== 'reading') return transition(state);
  switch (message.kind) {
    case 'progressed':
      return transition({ ...state, run: { ...run, progress: message.progress } });
    case 'diagnosed':
      return offerMeshes({ ...state, data: factsOf(state, message.snapshot, message.diagnosis) });
    case 'read':
      return ended(state, message);
    case 'read-failed':
      return failed(state, message.problem);
    default:
      return message satisfies never;
  }
}

/** What nothing on the screen can fix: what the command line and the kubeconfig say together. */
const endings: ReadonlySet<ProblemKind> = new Set([
  'kubeconfig-missing',
  'kubeconfig-malformed',
  'context-incomplete',
  'unknown-context',
  'no-configuration',
]);

/** The configuration that was begun with is read behind the first frame: what is wrong with it ends the program all the same. */
function failed(state: WizardState, problem: Problem): Transition {
  if (problem.kind === 'no-current-context') return askContext(state);
  const next = fallBack(state, { kind: 'failed', id: state.run.id, problem });
  return state.context === undefined && endings.has(problem.kind)
    ? transition(next, { kind: 'leave', reason: 'quit' })
    : afterFailure(next);
}

function factsOf({ whole }: WizardState, snapshot: Snapshot, diagnosis: Diagnosis): Facts {
  if (whole === undefined) return { snapshot, diagnosis };
  return { snapshot, diagnosis, changes: compareDiagnoses(whole.diagnosis, diagnosis) };
}

function ended(
  state: WizardState,
  { headline, run, seconds }: Extract<Message, { kind: 'read' }>,
): Transition {
  const { data } = state;
  const finished: WizardState = { ...state, run: { kind: 'finished', id: run } };
  // A source that found nothing to tell.
  if (data === undefined) return transition(finished);
  const before = state.whole;
  const next = pinMesh({ ...finished, whole: data, history: remembered(state, data, headline) });
  const counts = countsOf(next, data);
  if (next.watch.kind === 'on') return afterReading(next, before, counts);
  // The first reading is seen to end; only one that was asked for is worth a word.
  if (before === undefined) return transition(withoutContextNote(next));
  return notify(next, 'readDone', { seconds, ...(counts === undefined ? {} : { counts }) });
}

/** That a context is being read is no news any more. */
function withoutContextNote({ note, ...state }: WizardState): WizardState {
  return note === undefined || note.name === 'context' ? state : { ...state, note };
}

/** How the findings of the mesh that is looked at stand against the reading before. */
function countsOf(state: WizardState, { changes }: Facts): ChangeCounts | undefined {
  const mesh = currentMesh(state, 'verdict');
  const ofMesh = mesh === undefined ? undefined : changes?.get(mesh.mesh.namespace);
  return ofMesh === undefined ? undefined : changeCounts(ofMesh);
}

function remembered(
  { history }: WizardState,
  { changes, diagnosis }: Facts,
  headline: Extract<Message, { kind: 'read' }>['headline'],
): WizardState['history'] {
  const counts = [...(changes?.values() ?? [])].map(changeCounts);
  const { context } = diagnosis.source;
  return withReading(history, {
    at: diagnosis.readAt,
    ...(context === undefined ? {} : { context }),
    status: diagnosis.verdict.status,
    mark: verdictMark(diagnosis.verdict),
    findings: diagnosis.meshes.reduce(
      (sum, { steps }) => sum + Object.values(steps).reduce((all, { findings }) => all + findings.length, 0),
      0,
    ),
    fixed: counts.reduce((sum, { fixed }) => sum + fixed, 0),
    fresh: counts.reduce((sum, { fresh }) => sum + fresh, 0),
    headline,
  });
}

/**
 * Nothing answered, so what this reading showed so far was waiting, not facts. The status line has to be free for what
 * went wrong.
 */
function fallBack(
  { data: _waiting, note: _note, ...state }: WizardState,
  run: WizardState['run'],
): WizardState {
  return state.whole === undefined ? { ...state, run } : { ...state, run, data: state.whole };
}

/** Until the first reading ends, the worst mesh is shown; from then on the screen does not change under the reader. */
function pinMesh(state: WizardState): WizardState {
  const mesh = currentMesh(state, 'verdict');
  return mesh === undefined || state.mesh !== undefined ? state : { ...state, mesh: meshKey(mesh) };
}

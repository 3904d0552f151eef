import type { Texts } from '#i18n/texts.ts';
import { screenModes } from '../keys/mode.ts';
import { pickerItems } from '../picker/items.ts';
import { type Picker, withFilterText } from '../picker/state.ts';
import { meshLabel } from '../state/mesh-key.ts';
import type { Transition } from '../state/message.ts';
import { knownMeshes, pickerChoices } from '../state/picker-choices.ts';
import { firstPositions, type WizardState } from '../state/state.ts';
import { type TextField, textField } from '../text-field/text-field.ts';
import type { WizardAction } from './action.ts';
import { beginReading } from './begin-reading.ts';
import { closed, transition, notify, withNote, withOverlay } from './change.ts';

/** m: the meshes of the cluster and the contexts of the kubeconfig, which may have changed since the last time. */
export const pickerAction: WizardAction = {
  id: 'choose-mesh',
  bindings: [{ keys: ['m'], modes: screenModes, group: 'walk', footer: { order: 5.5, rank: 8.5 } }],
  run: ({ state }) => openPicker(state),
};

function openPicker(state: WizardState, because?: Picker['because']): Transition {
  const picker = { field: textField(''), ...(because === undefined ? {} : { because }) };
  return transition(withOverlay(state, { kind: 'picker', ...picker }), { kind: 'list-contexts' });
}

/** The kubeconfig has contexts and says none of them: nothing is read before one is chosen. */
export function askContext(state: WizardState): Transition {
  return openPicker({ ...state, run: { kind: 'unchosen', id: state.run.id } }, 'no-context');
}

/** Several meshes, and nobody said which: asked once, and only while no key was pressed. The worst one is marked. */
export function offerMeshes(state: WizardState): Transition {
  if (!state.asksMesh || state.data?.snapshot.cluster.deployments.state === 'pending')
    return transition(state);
  const count = knownMeshes(state).length;
  if (count < 2) return transition(state);
  const asked = { ...state, asksMesh: false };
  if (state.touched || state.overlay.kind !== 'none') return notify(asked, 'severalMeshes', { count });
  return openPicker(asked, 'several-meshes');
}

export function withPickerFilter(state: WizardState, picker: Picker, field: TextField): Transition {
  return transition(withOverlay(state, { kind: 'picker', ...withFilterText(picker, field) }));
}

/** Enter. */
export function pick(state: WizardState, picker: Picker, texts: Texts): Transition {
  const { items, selected } = pickerItems(picker, pickerChoices(state), texts);
  const item = items[selected];
  if (item === undefined) return notify(state, 'nothingToChoose', {});
  const next = closed(state);
  if (item.kind === 'mesh') {
    const chosen = { ...(item.isCurrent ? next : fromTheTop(next)), mesh: item.meshKey };
    return transition(withNote(chosen, 'mesh', { mesh: meshLabel(item.mesh) }));
  }
  const { isCurrent, name } = item.context;
  if (isCurrent && next.run.kind !== 'unchosen') {
    // Where nothing could be read, to choose it again means to try again.
    return next.data === undefined && next.run.kind === 'failed'
      ? beginReading(next, 'everything')
      : notify(next, 'sameContext', { context: name });
  }
  return switchTo(next, name);
}

/** Rows and moments of another mesh are not where they were in this one. */
function fromTheTop(state: WizardState): WizardState {
  const { timeline: _, ...rest } = state;
  return { ...rest, positions: firstPositions };
}

/** Nothing that was known of the old cluster stays on the screen, or goes into its report. */
function switchTo(state: WizardState, context: string): Transition {
  const {
    contexts: _contexts,
    data: _data,
    mesh: _mesh,
    log: _log,
    whole: _whole,
    ...rest
  } = fromTheTop(state);
  const run = state.run.id + 1;
  return transition(
    {
      ...withNote(rest, 'context', { context }),
      context,
      leftOut: [],
      run: { kind: 'reading', id: run },
      // A watch of the command line still waits for the first context.
      watch: state.run.kind === 'unchosen' ? state.watch : { kind: 'idle' },
    },
    ...(state.log?.fetch.kind === 'running' ? [{ kind: 'stop-log' } as const] : []),
    { kind: 'switch', run, context },
  );
}

/** Esc clears the filter, then closes; where no context is known, there is nothing behind it but the way out. */
export function leavePicker(state: WizardState, picker: Picker): Transition {
  return picker.field.value === ''
    ? transition(closed(state))
    : withPickerFilter(state, picker, textField(''));
}

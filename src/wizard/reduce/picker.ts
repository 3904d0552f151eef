import { editText, type TextEdit, textField } from '../text-field/text-field.ts';
import type { Texts } from '#i18n/texts.ts';
import { beginReading } from './begin-reading.ts';
import { type Next, same, say, withNote, withOverlay } from './change.ts';
import { meshKey, meshLabel } from '../state/mesh-key.ts';
import { knownMeshes, pickerItems } from '../picker/items.ts';
import { firstPlaces, type Overlay, type WizardState } from '../state/state.ts';

type Picker = Extract<Overlay, { kind: 'picker' }>;

/** m: the meshes of the cluster and the contexts of the kubeconfig, which may have changed since the last time. */
export function openPicker(state: WizardState): Next {
  return same(withOverlay(state, { kind: 'picker', field: textField('') }), { kind: 'list-contexts' });
}

/** The kubeconfig has contexts and says none of them: nothing is read before one is chosen. */
export function askContext(state: WizardState): Next {
  return same(
    withOverlay(
      { ...state, run: { kind: 'unchosen', id: state.run.id } },
      { kind: 'picker', field: textField(''), because: 'no-context' },
    ),
    { kind: 'list-contexts' },
  );
}

/** Several meshes, and nobody said which: asked once, and only while no key was pressed. The worst one is marked. */
export function offerMeshes(state: WizardState): Next {
  if (!state.asksMesh || state.data?.snapshot.cluster.deployments.state === 'pending') return same(state);
  const count = knownMeshes(state).length;
  if (count < 2) return same(state);
  const asked = { ...state, asksMesh: false };
  if (state.touched || state.overlay.kind !== 'none') return say(asked, 'severalMeshes', { count });
  return same(withOverlay(asked, { kind: 'picker', field: textField(''), because: 'several-meshes' }), {
    kind: 'list-contexts',
  });
}

/** Another filter; the first row that matches is marked. */
export function editFilter(state: WizardState, picker: Picker, edit: TextEdit): Next {
  const field = editText(picker.field, edit);
  if (field.value === picker.field.value) return same(withOverlay(state, { ...picker, field }));
  const { selected: _, ...rest } = picker;
  return same(withOverlay(state, { ...rest, field }));
}

/** Enter. */
export function pick(state: WizardState, texts: Texts): Next {
  const { items, selected } = pickerItems(state, texts);
  const item = items[selected];
  if (item === undefined) return say(state, 'nothingToChoose', {});
  const closed = withOverlay(state, { kind: 'none' });
  if (item.kind === 'mesh') {
    const chosen = item.isCurrent ? closed : fromTheTop(closed);
    const next = { ...chosen, mesh: meshKey(item.mesh) };
    return same(withNote(next, 'mesh', { mesh: meshLabel(item.mesh) }));
  }
  const { isCurrent, name } = item.context;
  if (isCurrent && closed.run.kind !== 'unchosen') {
    // Where nothing could be read, to choose it again means to try again.
    return closed.data === undefined && closed.run.kind === 'failed'
      ? beginReading(closed, 'everything')
      : say(closed, 'sameContext', { context: name });
  }
  return switchTo(closed, name);
}

/** Rows and moments of another mesh are not where they were in this one. */
function fromTheTop(state: WizardState): WizardState {
  const { timeline: _, ...rest } = state;
  return { ...rest, places: firstPlaces };
}

/** Nothing that was known of the old cluster stays on the screen, or goes into its report. */
function switchTo(state: WizardState, context: string): Next {
  const {
    contexts: _contexts,
    data: _data,
    mesh: _mesh,
    log: _log,
    whole: _whole,
    ...rest
  } = fromTheTop(state);
  const run = state.run.id + 1;
  return same(
    {
      ...withNote(rest, 'context', { context }),
      context,
      leftOut: [],
      run: { kind: 'reading', id: run },
      // A watch of the command line still waits for the first context.
      watch: state.run.kind === 'unchosen' ? state.watch : { kind: 'idle' },
    },
    ...(state.log?.reading.kind === 'reading' ? [{ kind: 'stop-log' } as const] : []),
    { kind: 'switch', run, context },
  );
}

/** Esc clears the filter, then closes; where no context is known, there is nothing behind it but the way out. */
export function leavePicker(state: WizardState, picker: Picker): Next {
  if (picker.field.value !== '') {
    const { selected: _, ...rest } = picker;
    return same(withOverlay(state, { ...rest, field: textField('') }));
  }
  return same(withOverlay(state, { kind: 'none' }));
}

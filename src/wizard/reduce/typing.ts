import type { Transition } from '../state/message.ts';
import type { WizardState } from '../state/state.ts';
import type { TextField } from '../text-field/text-field.ts';
import type { ActionInput } from './action.ts';
import { transition } from './change.ts';
import { withPath } from './export.ts';
import { withPickerFilter } from './picker.ts';
import { withSearchText } from './search.ts';

/** The text that is being typed, if one is. */
export function typedField({ overlay, search }: WizardState): TextField | undefined {
  if (overlay.kind === 'picker') return overlay.field;
  if (search?.kind === 'typing') return search.field;
  return overlay.kind === 'export' && overlay.stage.kind === 'path' ? overlay.stage.field : undefined;
}

/** What follows from another text. */
export function withTypedField(input: ActionInput, field: TextField): Transition {
  const { overlay, search } = input.state;
  if (overlay.kind === 'picker') return withPickerFilter(input.state, overlay, field);
  if (search?.kind === 'typing') return withSearchText(input, field);
  return overlay.kind === 'export' ? withPath(input.state, field) : transition(input.state);
}

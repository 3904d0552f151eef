import type { TextField } from '../text-field/text-field.ts';

/** The list of meshes and contexts, while it is open. */
export interface Picker {
  /** The filter that is typed. */
  readonly field: TextField;
  /** Key of the marked row; while it is not set, where one is now. */
  readonly selected?: string;
  /** Set when it opened by itself. */
  readonly because?: 'no-context' | 'several-meshes';
}

/** Another filter; the first row that matches is marked. */
export function withFilterText({ selected, ...picker }: Picker, field: TextField): Picker {
  const isSame = field.value === picker.field.value;
  return isSame && selected !== undefined ? { ...picker, field, selected } : { ...picker, field };
}

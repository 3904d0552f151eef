import { textWidth, graphemesOf } from '#presentation/text-width.ts';
import { type Line, span } from '#components/line.ts';

/** A line of text being typed; `caret` counts characters as people see them. */
export interface TextField {
  readonly value: string;
  readonly caret: number;
}

export function textField(value: string): TextField {
  return { value, caret: graphemesOf(value).length };
}

export type TextEdit =
  | { readonly kind: 'insert'; readonly text: string }
  | { readonly kind: 'erase' }
  | { readonly kind: 'erase-forward' }
  | { readonly kind: 'erase-line' }
  | { readonly kind: 'move'; readonly by: number }
  | { readonly kind: 'start' }
  | { readonly kind: 'end' };

/** The field after one edit; what cannot be done leaves it as it is. */
export function editText(field: TextField, edit: TextEdit): TextField {
  const characters = graphemesOf(field.value);
  const { caret } = field;
  switch (edit.kind) {
    case 'insert': {
      const before = characters.slice(0, caret).join('') + edit.text;
      return { value: before + characters.slice(caret).join(''), caret: graphemesOf(before).length };
    }
    case 'erase':
      if (caret === 0) return field;
      return { value: without(characters, caret - 1), caret: caret - 1 };
    case 'erase-forward':
      return { value: without(characters, caret), caret };
    case 'erase-line':
      return { value: characters.slice(caret).join(''), caret: 0 };
    case 'move':
      return { ...field, caret: Math.max(0, Math.min(characters.length, caret + edit.by)) };
    case 'start':
      return { ...field, caret: 0 };
    case 'end':
      return { ...field, caret: characters.length };
    default:
      return edit satisfies never;
  }
}

/** The part of the field around the caret that fits, and the column where the terminal's cursor belongs. */
export function textFieldLine(
  field: TextField,
  width: number,
): { readonly line: Line; readonly caretColumn: number } {
  const characters = [...graphemesOf(field.value), ' '];
  let from = 0;
  while (from < field.caret && textWidth(characters.slice(from, field.caret + 1).join('')) > width) from += 1;
  const before = characters.slice(from, field.caret).join('');
  return {
    line: [
      span(before),
      span(characters[field.caret] ?? ' ', 'inverse'),
      span(characters.slice(field.caret + 1).join('')),
    ],
    caretColumn: textWidth(before),
  };
}

function without(characters: readonly string[], index: number): string {
  return characters.filter((_, position) => position !== index).join('');
}

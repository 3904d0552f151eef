/** docs/keys.md: the table that drives the keys, the footer and the overlay of the wizard. */
import { unicodeSymbols } from '#components/symbols.ts';
import { textsOf } from '#steps/all-texts.ts';
import type { Language, Texts } from '#i18n/texts.ts';
import { keyGroups } from '#i18n/types/ui.ts';
import type { KeyBinding } from '#wizard/keys/action.ts';
import { keyName } from '#wizard/keys/key-label.ts';
import { modes } from '#wizard/keys/mode.ts';
import { keymap } from '#wizard/reduce/actions.ts';
import { code, heading, joined, page, paragraph, table, type Words } from './markdown.ts';

export function keysPage(language: Language): string {
  const texts = textsOf(language);
  const { keys } = texts.reference;
  return page([
    heading(1, keys.title),
    ...keys.intro.map((words) => paragraph(...withCode(words))),
    ...keyGroups.flatMap((group) => [
      heading(2, texts.ui.groups[group]),
      table([
        [[keys.key], [keys.does], [keys.where]],
        ...rowsOf(keymap.filter((binding) => binding.group === group)).map((row) => cells(row, texts)),
      ]),
    ]),
  ]);
}

type Row = Pick<KeyBinding, 'action' | 'keys' | 'modes'>;

/** A key that does the same in several places may stand in several rows of the table. */
function rowsOf(bindings: readonly KeyBinding[]): readonly Row[] {
  const rows = new Map<string, Row>();
  for (const { action, keys, modes: where } of bindings) {
    const id = `${action} ${keys.join(' ')}`;
    rows.set(id, { action, keys, modes: [...(rows.get(id)?.modes ?? []), ...where] });
  }
  return [...rows.values()];
}

function cells({ action, keys, modes: where }: Row, { reference, ui }: Texts): readonly (readonly Words[])[] {
  const places =
    where.length === modes.length
      ? reference.keys.everywhere
      : where.map((mode) => reference.keys.modes[mode]).join(reference.separator);
  const names = keys.map((key) => code(keyName(key, unicodeSymbols)));
  return [joined(names, ' '), [ui.actions[action].help], [places]];
}

/** Backquotes of a sentence become code spans. */
function withCode(words: string): readonly Words[] {
  return words.split('`').map((part, index) => (index % 2 === 0 ? part : code(part)));
}

import type { Hint } from '#components/footer.ts';
import type { Symbols } from '#components/symbols.ts';
import type { Texts } from '#i18n/texts.ts';
import type { ActionId } from '#i18n/types/ui.ts';
import { keyName } from '../keys/key-label.ts';
import type { Mode } from '../keys/mode.ts';
import type { ActionInput } from '../reduce/action.ts';
import { actionOf, bindingOf, keymap } from '../reduce/actions.ts';

/** Whether the footer offers an action now. Its key is heard anyway, and says why it does nothing. */
export function isOffered(id: ActionId, input: ActionInput): boolean {
  const action = actionOf(id);
  if (action === undefined || action.refusal?.(input) !== undefined) return false;
  return action.isOffered?.(input) ?? true;
}

/**
 * The keys of use now in the modes that hold, the innermost first, from the table that drives them. `words` replace
 * those of the texts.
 */
export function hintsOf(
  inModes: readonly Mode[],
  texts: Texts,
  symbols: Symbols,
  isOfferedNow: (action: ActionId) => boolean = () => true,
  words: Readonly<Partial<Record<ActionId, string>>> = {},
): readonly Hint[] {
  return keymap
    .flatMap((binding) => {
      const { action, keys, footer } = binding;
      const [first = ''] = keys;
      // Where an inner mode gives the key to something else, that is what it does.
      if (footer === undefined || bindingOf(first, inModes) !== binding || !isOfferedNow(action)) return [];
      const names = (footer.keys ?? keys.slice(0, 1)).map((key) => keyName(key, symbols));
      const label = names.every((name) => name.length === 1) ? names.join('') : names.join('/');
      const word = words[action] ?? texts.ui.actions[action].footer;
      return [{ keys: label, word, rank: footer.rank, order: footer.order }];
    })
    .toSorted((a, b) => a.order - b.order);
}

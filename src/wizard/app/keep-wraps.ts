import { selectableRows, wrapSequence } from '#components/selectable.ts';
import { bodyTop } from '../layout/layout.ts';
import type { WizardStore } from '../store/store.ts';
import type { Frame } from '../view/view.ts';

/**
 * While a text is shown to be selected by hand, has the terminal wrap its long lines itself, after every drawing: what
 * it wrapped, it hands over as one line when it is selected. Returns what ends that.
 * @param drawn Resolves when the terminal has the newest frame.
 */
export function keepWraps(
  store: WizardStore,
  drawn: () => Promise<void>,
  write: (sequence: string) => void,
): () => void {
  return store.subscribe(() => {
    if (store.state().overlay.kind === 'copy') void wrapAgain();
  });

  async function wrapAgain(): Promise<void> {
    await drawn();
    const sequence = wrapsOf(store.frame());
    if (sequence !== '') write(sequence);
  }
}

/** '' when no text is shown, or none that is wrapped. */
function wrapsOf({ state, view }: Frame): string {
  const { body, size } = view;
  if (state.overlay.kind !== 'copy' || body.kind !== 'page' || view.tooSmall !== undefined) return '';
  const { height, scroll } = body.pane;
  const rows = selectableRows(state.overlay.text, size.columns).slice(scroll, scroll + height);
  // The title of the page is its first line, and the terminal counts from 1.
  return wrapSequence(rows, bodyTop(view) + 2);
}

import { useApp, useInput, usePaste, type SuspendTerminal } from 'ink';
import { useEffect } from 'react';
import { keyPresses } from '#components/keys.ts';
import type { WizardStore } from '../store/store.ts';

/** Listens to the keys and draws nothing: what there is to say is written line by line. */
export function KeysOnly(props: {
  readonly store: WizardStore;
  /** The terminal may be asked to mark what is pasted. */
  readonly marksPaste: boolean;
  readonly onReady: (suspend: SuspendTerminal) => void;
}) {
  const { store, onReady, marksPaste } = props;
  const { suspendTerminal } = useApp();
  useEffect(() => onReady(suspendTerminal), [onReady, suspendTerminal]);
  useInput((input, key) => store.press(keyPresses(input, key)));
  return marksPaste ? <Paste store={store} /> : null;
}

function Paste({ store }: { readonly store: WizardStore }) {
  usePaste((text) => store.send({ kind: 'pasted', text }));
  return null;
}

import { useApp, useCursor, useInput, usePaste, type SuspendTerminal } from 'ink';
import { useEffect, useSyncExternalStore } from 'react';
import { keyPresses } from '#components/keys.ts';
import { Lines } from '#components/lines.ts';
import type { Theme } from '#components/theme.ts';
import type { WizardStore } from '../store/store.ts';
import { screenLines } from '../view/screen-lines.ts';

/** The root: the only listener for keys, and all that is drawn. */
export function App(props: {
  readonly store: WizardStore;
  readonly theme: Theme;
  /** Gets Ink's way to hand the terminal over for a while. */
  readonly onReady: (suspend: SuspendTerminal) => void;
}) {
  const { store, theme, onReady } = props;
  const { view } = useSyncExternalStore(store.subscribe, store.frame, store.frame);
  const { suspendTerminal } = useApp();
  useEffect(() => onReady(suspendTerminal), [onReady, suspendTerminal]);
  useInput((input, key) => store.press(keyPresses(input, key)));
  usePaste((text) => store.send({ kind: 'pasted', text }));
  const { setCursorPosition } = useCursor();
  setCursorPosition(view.tooSmall === undefined ? view.caret : undefined);
  const { columns, rows } = view.size;
  return <Lines lines={screenLines(view, theme.symbols)} width={columns} height={rows} theme={theme} />;
}

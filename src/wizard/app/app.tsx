import { Box, useApp, useCursor, useInput, usePaste, type SuspendTerminal } from 'ink';
import { useEffect, useSyncExternalStore } from 'react';
import { Footer } from '#components/footer.tsx';
import { HeaderBar } from '#components/header-bar.tsx';
import { keyPresses } from '#components/keys.ts';
import { Lines } from '#components/lines.ts';
import { Rule } from '#components/rule.tsx';
import { TabBar } from '#components/tab-bar.tsx';
import { type Theme, ThemeProvider } from '#components/theme.tsx';
import type { WizardStore } from '../store/store.ts';
import type { View } from '../view/view.ts';
import { Body } from './body.tsx';

export interface AppProps {
  readonly store: WizardStore;
  readonly theme: Theme;
  /** Gets Ink's way to hand the terminal over for a while. */
  readonly onReady: (suspend: SuspendTerminal) => void;
}

/** The root: the only listener for keys, and the frame that every screen stands in. */
export function App({ store, theme, onReady }: AppProps) {
  const { view } = useSyncExternalStore(store.subscribe, store.frame, store.frame);
  const { suspendTerminal } = useApp();
  useEffect(() => onReady(suspendTerminal), [onReady, suspendTerminal]);
  useInput((input, key) => store.press(keyPresses(input, key)));
  usePaste((text) => store.send({ kind: 'pasted', text }));
  const { columns, rows } = view.size;
  return (
    <ThemeProvider value={theme}>
      {view.tooSmall === undefined ? (
        <Screen view={view} />
      ) : (
        <Lines lines={view.tooSmall.slice(0, rows)} width={columns} height={rows} />
      )}
    </ThemeProvider>
  );
}

function Screen({ view }: { readonly view: View }) {
  const { columns: width, rows } = view.size;
  const { setCursorPosition } = useCursor();
  setCursorPosition(view.caret);
  return (
    <Box flexDirection="column" width={width} height={rows} overflow="hidden">
      <HeaderBar {...view.header} width={width} />
      <TabBar tabs={view.tabs} active={view.activeTab} width={width} />
      <Lines lines={view.headline} width={width} />
      <Rule {...view.progress} width={width} />
      <Lines lines={view.sentences} width={width} />
      <Body body={view.body} width={width} />
      <Lines lines={view.status} width={width} />
      <Footer hints={view.hints} width={width} />
    </Box>
  );
}

import { Box, useApp, useCursor, useInput, usePaste, type SuspendTerminal } from 'ink';
import { useEffect, useSyncExternalStore } from 'react';
import { Footer } from '#components/footer.tsx';
import { HeaderBar } from '#components/header-bar.tsx';
import { keyPresses } from '#components/keys.ts';
import { Lines } from '#components/lines.ts';
import { ruleLines } from '#components/rule-lines.ts';
import { Rule } from '#components/rule.tsx';
import { TabBar } from '#components/tab-bar.tsx';
import { type Theme, ThemeProvider } from '#components/theme.tsx';
import { Body } from './body.tsx';
import { headerOf, hintsOf, statusTitles, tabsOf } from '../view/chrome.ts';
import { dialogView } from '../view/dialog-view.ts';
import { foundIn, highlighter } from '../layout/found.ts';
import { progressRule } from '../view/progress-rule.ts';
import { searchLine } from '../search/search-line.ts';
import { modesOf } from '../state/mode.ts';
import { screenIds } from '../state/state.ts';
import type { Frame, WizardStore } from '../store/store.ts';
import { TooSmall } from './too-small.tsx';
import { isUnread, isActionAvailable } from '../reduce/action-availability.ts';
import { bodyTop } from '../view/view.ts';

export interface AppProps {
  readonly store: WizardStore;
  readonly theme: Theme;
  readonly demo?: string;
  readonly file?: string;
  /** Gets Ink's way to hand the terminal over for a while. */
  readonly onReady: (suspend: SuspendTerminal) => void;
}

/** The root: the only listener for keys, and the frame that every screen stands in. */
export function App(props: AppProps) {
  const { store, theme, onReady } = props;
  const frame = useSyncExternalStore(store.subscribe, store.frame, store.frame);
  const { suspendTerminal } = useApp();
  useEffect(() => onReady(suspendTerminal), [onReady, suspendTerminal]);
  useInput((input, key) => store.press(keyPresses(input, key)));
  usePaste((text) => store.send({ kind: 'pasted', text }));
  return (
    <ThemeProvider value={theme}>
      {frame.view.shape === 'too-small' ? (
        <TooSmall size={frame.view.size} texts={frame.view.texts} />
      ) : (
        <Screen {...props} frame={frame} />
      )}
    </ThemeProvider>
  );
}

function Screen(props: AppProps & { readonly frame: Frame }) {
  const { theme, frame } = props;
  const { state, view } = frame;
  const { texts, size } = view;
  const width = size.columns;
  const found = foundIn(state, view);
  const asked = searchLine(state, texts, theme.symbols, width, found);
  const dialog = dialogView(state, texts, theme.symbols, { width, height: view.bodyHeight - 1 });
  const { setCursorPosition } = useCursor();
  // The dialog's own title stands above its lines.
  const above = bodyTop(view) + 1;
  setCursorPosition(
    asked === undefined
      ? dialog?.caret && { x: dialog.caret.column, y: above + dialog.caret.line }
      : { x: asked.caretColumn, y: size.rows - 2 },
  );
  return (
    <Box flexDirection="column" width={width} height={size.rows} overflow="hidden">
      <HeaderBar {...headerOf(state, texts, props)} width={width} />
      <TabBar tabs={tabsOf(state, texts)} active={screenIds.indexOf(state.screen)} width={width} />
      <Lines lines={view.headline} width={width} />
      <Rule {...progressRule(state, texts)} width={width} />
      <Lines lines={view.sentences} width={width} />
      <Body
        frame={frame}
        {...(dialog === undefined ? {} : { dialog })}
        {...(found === undefined ? {} : { highlight: highlighter(found, theme.symbols) })}
      />
      {asked === undefined ? (
        <Lines
          lines={ruleLines(
            statusTitles(state, texts, width, found).slice(0, view.statusHeight),
            width,
            theme.symbols,
          )}
          width={width}
        />
      ) : (
        <Lines lines={[asked.line]} width={width} />
      )}
      <Footer
        hints={hintsOf(
          modesOf(state),
          texts,
          theme.symbols,
          (action) => isActionAvailable(action, frame),
          isUnread(state) ? { 'choose-mesh': texts.ui.problem.chooseContext } : {},
        )}
        width={width}
      />
    </Box>
  );
}

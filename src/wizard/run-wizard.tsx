import { render } from 'ink';
import { clipboardSequence } from '#components/clipboard.ts';
import { asciiSymbols, type Symbols, unicodeSymbols } from '#components/symbols.ts';
import type { Texts } from '#i18n/texts.ts';
import { exitCodes } from '#errors/problem.ts';
import { App } from './app/app.tsx';
import { freshLine } from './terminal/fresh-line.ts';
import type { TerminalSize } from './layout/geometry.ts';
import { createTerminalLease } from './terminal/terminal-lease.ts';
import { keepWraps } from './app/keep-wraps.ts';
import { KeysOnly } from './screen-reader/keys-only.tsx';
import { linearLayout, linearSize, linearSymbols } from './screen-reader/plain-style.ts';
import { startAnnouncements } from './screen-reader/announcements.ts';
import type { LeaveReason, WizardExit, WizardOptions } from './options.ts';
import type { WizardPorts } from './ports/ports.ts';
import { lastVerdict } from './state/shown.ts';
import { listenToProcess } from './terminal/signals.ts';
import type { WizardStore } from './store/store.ts';
import { startTicking } from './store/ticking.ts';
import { createWizard } from './wizard.ts';

/**
 * Runs the wizard on the alternate screen until the person leaves it, and gives the terminal back on every way out.
 * Nothing is printed afterwards: the exitSummary is the caller's.
 */
export async function runWizard(ports: WizardPorts, options: WizardOptions): Promise<WizardExit> {
  const { stdin, stdout, stderr, environment } = options;
  const shown = (text: string): string =>
    options.ascii ? asciiSymbols.show(text.replaceAll('…', asciiSymbols.dots)) : text;
  const symbols = symbolsOf();
  const resized = (): void => store.resize(size());
  const lease = createTerminalLease(stdin, setInput, beginLine, resized);
  let left: Pick<WizardExit, 'reason' | 'code' | 'error'> | undefined;

  const { store, start, stop } = createWizard({
    ports,
    language: options.language,
    symbols,
    size: size(),
    ...(options.linear ? { layout: (blocks) => linearLayout(blocks, textsNow()) } : {}),
    ...(options.demo === undefined ? {} : { demo: options.demo }),
    ...(options.file === undefined ? {} : { file: options.file }),
    ...(options.docs === undefined ? {} : { docs: options.docs }),
    ...(options.beginning === undefined ? {} : { beginning: options.beginning }),
    terminal: {
      copy,
      suspend: () => void suspend(),
      bell: () => stdout.write('\u0007'),
      lend: lease.lend,
      leave: (reason) => leave(reason, reason === 'quit' ? 0 : 130),
    },
    crash,
  });

  const gone = (): void => leave('input-closed', 129);
  // Before Ink listens, so that it never lays out an old frame for a new size.
  stdout.on('resize', resized);
  stdout.on('error', gone);
  stdin.on('end', gone);
  stdin.on('error', gone);
  const stopListening = listenToProcess({
    leave: (code) => leave('signal', code),
    resumed: () => void lease.redraw(),
    crash,
  });
  const stopTicking = startTicking(store, ports, options.file);

  // Ink listens to keys only after its first frame; a Ctrl-C in between must not be the shell's.
  stdin.setRawMode?.(true);
  beginLine();
  const ink = render(
    options.linear ? (
      <KeysOnly store={store} marksPaste={!options.dumb} onReady={lease.onReady} />
    ) : (
      <App
        store={store}
        theme={{ symbols, color: !options.noColor, links: options.links }}
        onReady={lease.onReady}
      />
    ),
    {
      stdin,
      stdout,
      stderr,
      exitOnCtrlC: false,
      alternateScreen: !options.linear,
      incrementalRendering: true,
      // A key is followed by a frame at once; this is how soon the next one may come.
      maxFps: 60,
      patchConsole: true,
      // The caller has looked at the terminal; a CI variable in the environment must not turn the screen off.
      interactive: !options.linear,
      // Ink's own reader mode draws the whole screen anew at each change; the linear mode says what changed.
      isScreenReaderEnabled: false,
    },
  );
  const stopTelling = options.linear
    ? startAnnouncements(store, symbols, (text) => void stdout.write(shown(text)), crash)
    : (): void => undefined;
  const stopWrapping = options.linear
    ? (): void => undefined
    : keepWraps(
        store,
        () => ink.waitUntilRenderFlush(),
        (sequence) => {
          // The key that leaves, or suspends, is followed by a drawing like any other.
          if (left === undefined && !lease.isAway()) stdout.write(sequence);
        },
      );
  // After the first frame: it must not wait for anything.
  setImmediate(() => {
    if (left === undefined) start();
  });

  try {
    await ink.waitUntilExit();
  } catch (error) {
    left ??= { reason: 'crashed', code: exitCodes.internal, error };
  } finally {
    stopTelling();
    stopTicking();
    stopWrapping();
    stopListening();
    stop();
    stdout.off('resize', resized);
    stdin.off('end', gone);
    stdin.off('error', gone);
    stdin.setRawMode?.(false);
    stdin.unref();
    // `gone` stays on stdout: writes to a lost terminal fail after the screen is left, too.
  }
  return exitOf(store, left ?? { reason: 'quit', code: 0 });

  function symbolsOf(): Symbols {
    if (options.linear) return linearSymbols(textsNow);
    return options.ascii ? asciiSymbols : unicodeSymbols;
  }

  function textsNow(): Texts {
    return ports.texts(store.state().language);
  }

  function size(): TerminalSize {
    return options.linear ? linearSize : sizeOf(stdout);
  }

  /** Whatever was typed or written meanwhile, the screen begins at its first column. */
  function beginLine(): void {
    if (!options.linear) stdout.write(freshLine(sizeOf(stdout).columns));
  }

  function leave(reason: LeaveReason, code: number, error?: unknown): void {
    if (left !== undefined) return;
    left = { reason, code, ...(error === undefined ? {} : { error }) };
    ink.unmount();
  }

  function crash(error: unknown): void {
    leave('crashed', exitCodes.internal, error);
  }

  function copy(text: string): void {
    if (ports.copy !== undefined) return ports.copy(text);
    stdout.write(
      clipboardSequence(text, {
        tmux: environment['TMUX'] !== undefined,
        screen: environment['STY'] !== undefined,
      }),
    );
  }

  /** Ink gives the keys back, and takes them again, by itself only where it draws. */
  function setInput(mine: boolean): void {
    if (!options.linear) return;
    stdin.setRawMode?.(mine);
    if (!options.dumb) stdout.write(mine ? '\u001B[?2004h' : '\u001B[?2004l');
  }

  async function suspend(): Promise<void> {
    const outcome = await lease.suspend();
    if (outcome === undefined) return;
    const name = outcome === 'not-stopped' ? 'cannotSuspend' : 'resumed';
    store.send({ kind: 'note', note: { name, params: {} } });
  }
}

function sizeOf({ columns, rows }: NodeJS.WriteStream) {
  // A terminal that does not know its size says 0 or nothing.
  return { columns: columns > 0 ? columns : 80, rows: rows > 0 ? rows : 24 };
}

function exitOf(store: WizardStore, left: Pick<WizardExit, 'reason' | 'code' | 'error'>): WizardExit {
  const state = store.state();
  const { history, language, leftOut, reports, run } = state;
  // A reading that was under way when the person left tells less than the one before it.
  const data = lastVerdict(state);
  const problem = run.kind === 'failed' ? run.problem : undefined;
  const code =
    left.reason === 'quit' && problem !== undefined && data === undefined
      ? exitCodes[problem.kind]
      : left.code;
  return {
    ...left,
    code,
    ...(data === undefined ? {} : { diagnosis: data.diagnosis }),
    ...(problem === undefined ? {} : { problem }),
    leftOut,
    reports,
    history,
    language,
  };
}

import { EventEmitter } from 'node:events';
import { render } from 'ink';
import { asciiSymbols, unicodeSymbols } from '#components/symbols.ts';
import type { Language } from '#i18n/texts.ts';
import { App } from '#wizard/app/app.tsx';
import type { WizardPorts } from '#wizard/ports/ports.ts';
import type { Beginning, WizardState } from '#wizard/state/state.ts';
import { createWizard } from '#wizard/wizard.ts';

export interface OpenOptions {
  readonly columns?: number;
  readonly rows?: number;
  readonly language?: Language;
  readonly ascii?: boolean;
  readonly demo?: string;
  readonly file?: string;
  readonly beginning?: Beginning;
}

/** The real app on a terminal that only exists here. Keys go through Ink's own input, as bytes. */
export interface OpenWizard {
  /** What the screen shows: `rows` lines, without spaces at their ends. */
  readonly frame: () => string;
  /** Every frame so far. */
  readonly frames: readonly string[];
  /** Types bytes, all in one piece; resolves when the screen shows what came of them. */
  readonly type: (bytes: string) => Promise<void>;
  readonly resize: (columns: number, rows: number) => Promise<void>;
  /** Resolves when everything under way has settled. */
  readonly settle: () => Promise<void>;
  readonly state: () => WizardState;
  /** The clock of the wizard goes on to this moment, in milliseconds. */
  readonly tick: (now: number) => Promise<void>;
  readonly copied: readonly string[];
  readonly left: readonly string[];
  readonly suspended: () => number;
  /** How often the terminal was rung. */
  readonly rung: () => number;
  readonly close: () => void;
}

/** Opens the wizard, starts to read, and waits for the first answers. */
export async function openWizard(ports: WizardPorts, options: OpenOptions = {}): Promise<OpenWizard> {
  const { columns = 80, rows = 24, language = 'en', ascii = false } = options;
  const stdout = new FakeStdout(columns, rows);
  const stdin = new FakeStdin();
  const copied: string[] = [];
  const left: string[] = [];
  let suspensions = 0;
  let rings = 0;
  const symbols = ascii ? asciiSymbols : unicodeSymbols;
  const { store, start, stop } = createWizard({
    ports,
    language,
    symbols,
    size: { columns, rows },
    ...(options.demo === undefined ? {} : { demo: options.demo }),
    ...(options.file === undefined ? {} : { file: options.file }),
    ...(options.beginning === undefined ? {} : { beginning: options.beginning }),
    terminal: {
      copy: (text) => copied.push(text),
      suspend: () => {
        suspensions += 1;
      },
      bell: () => {
        rings += 1;
      },
      lend: (work) => work(),
      leave: (reason) => left.push(reason),
    },
    crash: (error) => {
      throw error;
    },
  });
  const ink = render(
    <App store={store} theme={{ symbols, color: false, links: false }} onReady={() => undefined} />,
    {
      stdin: stdin as unknown as NodeJS.ReadStream,
      stdout: stdout as unknown as NodeJS.WriteStream,
      debug: true,
      exitOnCtrlC: false,
      patchConsole: false,
      interactive: true,
    },
  );
  const settle = async (): Promise<void> => {
    // Sources answer in promises and the feed sends them on in a timer.
    await pause(5);
    await ink.waitUntilRenderFlush();
  };
  start();
  await settle();
  return {
    frame: () => stdout.frames.at(-1) ?? '',
    frames: stdout.frames,
    state: store.state,
    tick: async (now) => {
      store.send({ kind: 'tick', now });
      await settle();
    },
    type: async (bytes) => {
      stdin.type(bytes);
      // A lone Esc is only known as such after Ink's 20 ms.
      await pause(bytes.endsWith('\u001B') ? 30 : 0);
      await settle();
    },
    resize: async (newColumns, newRows) => {
      stdout.columns = newColumns;
      stdout.rows = newRows;
      store.resize({ columns: newColumns, rows: newRows });
      stdout.emit('resize');
      await settle();
    },
    settle,
    copied,
    left,
    suspended: () => suspensions,
    rung: () => rings,
    close: () => {
      stop();
      ink.unmount();
    },
  };
}

async function pause(milliseconds: number): Promise<void> {
  await new Promise((resolve) => {
    setTimeout(resolve, milliseconds);
  });
}

class FakeStdout extends EventEmitter {
  readonly isTTY = true;
  columns: number;
  rows: number;
  readonly frames: string[] = [];

  constructor(columns: number, rows: number) {
    super();
    this.columns = columns;
    this.rows = rows;
  }

  write(text: string, done?: () => void): boolean {
    // In debug mode Ink writes whole frames; anything else is a control sequence.
    if (text !== '' && !text.startsWith('\u001B')) this.frames.push(text);
    done?.();
    return true;
  }
}

class FakeStdin extends EventEmitter {
  readonly isTTY = true;
  private waiting: string[] = [];

  type(bytes: string): void {
    this.waiting.push(bytes);
    this.emit('readable');
  }

  read(): string | null {
    return this.waiting.shift() ?? null;
  }

  setRawMode(): void {}
  setEncoding(): void {}
  ref(): void {}
  unref(): void {}
}

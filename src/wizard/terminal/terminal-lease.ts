import type { SuspendTerminal } from 'ink';
import { holdKeys } from './hold-keys.ts';
import type { Lend } from '../ports/ports.ts';
import { stopProcess } from './signals.ts';

/** The terminal goes to somebody else for a while, and comes back as it was; to one at a time. */
export interface TerminalLease {
  /** Takes Ink's way to do it, with its first frame. */
  readonly onReady: (suspend: SuspendTerminal) => void;
  readonly isAway: () => boolean;
  /** To the shell that started us, until it lets us go on; undefined when it could not be asked for now. */
  readonly suspend: () => Promise<'resumed' | 'not-stopped' | undefined>;
  /** To whoever must talk to the person, e.g. a credential plugin. */
  readonly lend: Lend;
  /** Someone else stopped the process, and a shell had the terminal: takes it back and has everything drawn anew. */
  readonly redraw: () => Promise<void>;
}

/**
 * @param setInput Takes the keys, or gives them back.
 * @param beginLine Brings the cursor to where the screen begins.
 * @param back The terminal is ours again; it may have another size.
 */
export function createTerminalLease(
  stdin: NodeJS.ReadStream,
  setInput: (mine: boolean) => void,
  beginLine: () => void,
  back: () => void,
): TerminalLease {
  let suspendTerminal: SuspendTerminal | undefined;
  let isAway = false;
  let onReady: TerminalLease['onReady'] = () => undefined;
  const ready = new Promise<void>((resolve) => {
    onReady = (suspend) => {
      suspendTerminal = suspend;
      resolve();
    };
  });
  return { onReady, isAway: () => isAway, suspend, lend, redraw };

  /** False when it is elsewhere already, or not ours yet. */
  async function hand(use: () => Promise<void>): Promise<boolean> {
    if (suspendTerminal === undefined || isAway) return false;
    isAway = true;
    try {
      await suspendTerminal(async () => {
        setInput(false);
        await use();
        setInput(true);
        beginLine();
      });
    } finally {
      isAway = false;
    }
    back();
    return true;
  }

  async function suspend(): Promise<'resumed' | 'not-stopped' | undefined> {
    let outcome: 'resumed' | 'not-stopped' | undefined;
    await hand(async () => {
      outcome = await stopProcess();
    });
    return outcome;
  }

  async function lend<T>(work: () => Promise<T>): Promise<T> {
    // The first reading may be as quick as the first frame.
    await ready;
    let outcome: Promise<T> | undefined;
    await hand(async () => {
      outcome = holdKeys(stdin, work);
      await outcome.catch(() => undefined);
    });
    return outcome ?? work();
  }

  async function redraw(): Promise<void> {
    await hand(() => Promise.resolve());
  }
}

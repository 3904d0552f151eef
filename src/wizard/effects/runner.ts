import { homedir } from 'node:os';
import path from 'node:path';
import { type Language, languages } from '#i18n/texts.ts';
import { problemOf } from '#errors/problem.ts';
import { keepFacts } from '#snapshot/keep-facts.ts';
import { createFeed, type Feed } from './feed.ts';
import { createLogReader } from './log-reader.ts';
import type { Effect, Message } from '../state/message.ts';
import type { Lend, ReadingUpdate, WizardPorts } from '../ports/ports.ts';
import type { WizardState } from '../state/state.ts';

/** What effects need besides the ports: the terminal. */
export interface RunnerTerminal {
  copy(text: string): void;
  suspend(): void;
  bell(): void;
  readonly lend: Lend;
  leave(reason: 'quit' | 'interrupted'): void;
}

export interface Runner {
  run(effect: Effect): void;
  /** Ends whatever is under way. */
  stop(): void;
}

/** The one place where effects happen; their results come back as messages. */
export function createRunner(parts: {
  readonly ports: WizardPorts;
  readonly terminal: RunnerTerminal;
  readonly send: (message: Message) => void;
  readonly state: () => WizardState;
  /** Gets what nobody foresaw, e.g. a fault in the diagnosis. */
  readonly crash: (error: unknown) => void;
}): Runner {
  const { ports, terminal, send, state, crash } = parts;
  const logs = createLogReader(ports.logs, send);
  let reading: { readonly abort: AbortController; readonly feed: Feed } | undefined;

  return {
    run,
    stop() {
      stop();
      logs.stop();
    },
  };

  function run(effect: Effect): void {
    switch (effect.kind) {
      case 'start':
        return void read(effect.run, (onUpdate, signal) =>
          ports.source.start(onUpdate, signal, terminal.lend),
        );
      case 'reread': {
        const snapshot = state().data?.snapshot;
        if (snapshot === undefined) return;
        return void read(effect.run, (onUpdate, signal) =>
          ports.source.reread(effect.what, snapshot, onUpdate, signal, terminal.lend),
        );
      }
      case 'switch':
        return void read(effect.run, async (onUpdate, signal) => {
          await ports.contexts.use(effect.context);
          if (!signal.aborted) await ports.source.start(onUpdate, signal, terminal.lend);
        });
      case 'list-contexts':
        return void listContexts();
      case 'cancel':
        return keep(effect.run);
      case 'bell':
        return terminal.bell();
      case 'copy':
        return terminal.copy(effect.text);
      case 'export':
        return void exportReport(effect);
      case 'fetch-log':
        return logs.fetch(effect);
      case 'stop-log':
        return logs.stop();
      case 'suspend':
        return terminal.suspend();
      case 'leave':
        return terminal.leave(effect.reason);
      default:
        return effect satisfies never;
    }
  }

  /** Stops what is read, and makes a whole of what came and what was known before. */
  function keep(run: number): void {
    const { data, whole } = state();
    const newest = reading?.feed.held() ?? data?.snapshot;
    stop();
    if (newest === undefined) return;
    const snapshot = keepFacts(newest, whole?.snapshot, ports.now().toISOString());
    try {
      send({ kind: 'kept', run, snapshot, diagnosis: ports.diagnose(snapshot) });
    } catch (error) {
      crash(error);
    }
  }

  async function listContexts(): Promise<void> {
    const contexts = await ports.contexts
      .list()
      .catch((error: unknown) => ({ kind: 'failed' as const, problem: problemOf(error) }));
    send({ kind: 'contexts', contexts });
  }

  /** What the history says of the reading that has just ended. */
  function headlineNow(): Record<Language, string> {
    const diagnosis = state().data?.diagnosis;
    return Object.fromEntries(
      languages.map((language) => [
        language,
        diagnosis === undefined ? '' : ports.headline(diagnosis, ports.texts(language)).text,
      ]),
    ) as Record<Language, string>;
  }

  function stop(): void {
    reading?.feed.stop();
    reading?.abort.abort();
    reading = undefined;
  }

  async function read(
    id: number,
    begin: (onUpdate: (reading: ReadingUpdate) => void, signal: AbortSignal) => Promise<void>,
  ): Promise<void> {
    stop();
    const abort = new AbortController();
    const feed = createFeed(id, (snapshot) => ports.diagnose(snapshot), send, crash);
    reading = { abort, feed };
    const startedAt = performance.now();
    const update = (newest: ReadingUpdate): void => {
      if (!abort.signal.aborted) feed.update(newest);
    };
    const problem = await begin(update, abort.signal).then(() => undefined, problemOf);
    if (abort.signal.aborted) return;
    await feed.flush();
    if (abort.signal.aborted) return;
    send(
      problem === undefined
        ? { kind: 'read', run: id, seconds: secondsSince(startedAt), headline: headlineNow() }
        : { kind: 'read-failed', run: id, problem },
    );
  }

  async function exportReport(effect: Extract<Effect, { kind: 'export' }>): Promise<void> {
    const file = resolved(effect.file);
    try {
      const { diagnosis, format, history, language, leftOut } = effect;
      await ports.exportReport(format, file, diagnosis, language, leftOut, history);
      send({ kind: 'exported', file });
    } catch (error) {
      send({ kind: 'export-failed', file, problem: problemOf(error) });
    }
  }
}

/** An absolute path; `~/` is the home directory, as a shell would have it. */
function resolved(file: string): string {
  return path.resolve(file.startsWith('~/') ? path.join(homedir(), file.slice(2)) : file);
}

function secondsSince(start: number): string {
  return ((performance.now() - start) / 1000).toFixed(1);
}

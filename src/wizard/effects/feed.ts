import { setImmediate as nextTurn } from 'node:timers/promises';
import type { Diagnosis } from '#diagnosis/diagnosis.ts';
import type { Snapshot } from '#snapshot/snapshot.ts';
import type { Message } from '../state/message.ts';
import type { ReadingUpdate } from '../ports/ports.ts';

/** Between two diagnoses of one reading, in milliseconds; more when diagnosing itself takes long. */
const leastPause = 50;

/**
 * Turns the updates of one reading into messages: facts stream in by the hundred, but the diagnosis is only made anew
 * every now and then, and always from the newest facts.
 */
export interface Feed {
  update(reading: ReadingUpdate): void;
  /** What is still held back: the newest facts, if they were not sent yet. */
  held(): Snapshot | undefined;
  /** Sends what is still held back, unless it is stopped meanwhile. */
  flush(): Promise<void>;
  /** Forgets what is still held back. */
  stop(): void;
}

export function createFeed(
  run: number,
  diagnose: (snapshot: Snapshot) => Diagnosis,
  send: (message: Message) => void,
  fail: (error: unknown) => void,
): Feed {
  let latest: ReadingUpdate | undefined;
  /** Diagnosed, and not sent yet. */
  let told: readonly Message[] = [];
  let timer: NodeJS.Timeout | undefined;
  let immediate: NodeJS.Immediate | undefined;
  let pauseUntil = 0;

  const pass = (): void => {
    timer = undefined;
    if (latest === undefined) return;
    const { snapshot, progress } = latest;
    latest = undefined;
    try {
      const before = performance.now();
      const diagnosis = diagnose(snapshot);
      const after = performance.now();
      pauseUntil = after + Math.max(leastPause, 2 * (after - before));
      told = [
        { kind: 'progressed', run, progress },
        { kind: 'diagnosed', run, snapshot, diagnosis },
      ];
    } catch (error) {
      // This runs in a timer: what is thrown here must end the wizard in order, not the process at once.
      fail(error);
    }
  };

  const tell = (): void => {
    clearImmediate(immediate);
    const messages = told;
    told = [];
    messages.forEach(send);
  };

  return {
    update(reading) {
      latest = reading;
      timer ??= setTimeout(
        () => {
          pass();
          // Drawing takes as long as diagnosing; a key gets its turn in between.
          immediate = setImmediate(tell);
        },
        Math.max(0, pauseUntil - performance.now()),
      );
    },
    held: () => latest?.snapshot ?? told.find((message) => message.kind === 'diagnosed')?.snapshot,
    async flush() {
      clearTimeout(timer);
      tell();
      pass();
      await nextTurn();
      tell();
    },
    stop() {
      clearTimeout(timer);
      clearImmediate(immediate);
      timer = undefined;
      latest = undefined;
      told = [];
    },
  };
}

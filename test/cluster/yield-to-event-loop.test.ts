import { setImmediate as nextTurn } from 'node:timers/promises';
import { expect, test } from 'vitest';
import { yieldToEventLoop, pacer } from '#cluster/yield-to-event-loop.ts';

/** Counts turns of the event loop while it is asked to. */
function countTurns(): { turns: number; stop: () => void } {
  const counter = { turns: 0, isOn: true, stop: () => (counter.isOn = false) };
  const count = async (): Promise<void> => {
    while (counter.isOn) {
      await nextTurn();
      counter.turns += 1;
    }
  };
  void count();
  return counter;
}

test('each that asks at once gets a turn of its own, in order', async () => {
  const counter = countTurns();
  const got = await Promise.all(
    [0, 1, 2, 3].map(async (number) => {
      await yieldToEventLoop();
      return { number, turn: counter.turns };
    }),
  );
  counter.stop();
  expect(got.map(({ number }) => number)).toEqual([0, 1, 2, 3]);
  expect(new Set(got.map(({ turn }) => turn)).size).toBe(4);
});

test('work in pieces gives its turn away when its time is over, and not before', async () => {
  const counter = countTurns();
  const never = pacer(Infinity);
  for (let i = 0; i < 50; i += 1) await never();
  expect(counter.turns).toBe(0);
  const always = pacer(0);
  for (let i = 0; i < 5; i += 1) await always();
  counter.stop();
  expect(counter.turns).toBeGreaterThanOrEqual(4);
});

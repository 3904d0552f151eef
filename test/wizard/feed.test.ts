import { afterEach, beforeEach, expect, test, vi } from 'vitest';
import { createFeed } from '#wizard/effects/feed.ts';
import type { Message } from '#wizard/state/message.ts';
import { fakeDiagnosis, fakeReading } from './fakes.ts';

beforeEach(() => {
  vi.useFakeTimers();
});
afterEach(() => {
  vi.useRealTimers();
});

test('a hundred updates at once are one diagnosis, of the newest facts', () => {
  const sent: Message[] = [];
  const feed = createFeed(1, fakeDiagnosisOf, (message) => sent.push(message), fail);
  for (let done = 1; done <= 100; done += 1) {
    feed.update({ ...fakeReading, progress: { ...fakeReading.progress, done } });
  }
  vi.advanceTimersByTime(1);
  expect(sent.map(({ kind }) => kind)).toEqual(['progressed', 'diagnosed']);
  expect(sent[0]).toMatchObject({ run: 1, progress: { done: 100 } });
});

test('the next one waits', () => {
  const sent: Message[] = [];
  const feed = createFeed(1, fakeDiagnosisOf, (message) => sent.push(message), fail);
  feed.update(fakeReading);
  vi.advanceTimersByTime(1);
  feed.update(fakeReading);
  vi.advanceTimersByTime(40);
  expect(sent).toHaveLength(2);
  vi.advanceTimersByTime(20);
  expect(sent).toHaveLength(4);
});

test('what is held back is sent when the reading ends, and dropped when it is stopped', async () => {
  const sent: Message[] = [];
  const feed = createFeed(1, fakeDiagnosisOf, (message) => sent.push(message), fail);
  feed.update(fakeReading);
  await feed.flush();
  expect(sent).toHaveLength(2);
  feed.update(fakeReading);
  feed.stop();
  vi.advanceTimersByTime(1000);
  expect(sent).toHaveLength(2);
});

test('a fault in the diagnosis is reported, not thrown into a timer', () => {
  const faults: unknown[] = [];
  const broken = (): never => {
    throw new Error('no such row');
  };
  createFeed(
    1,
    broken,
    () => undefined,
    (error) => faults.push(error),
  ).update(fakeReading);
  vi.advanceTimersByTime(1);
  expect(faults).toEqual([new Error('no such row')]);
});

function fakeDiagnosisOf() {
  return fakeDiagnosis();
}

function fail(error: unknown): never {
  throw error;
}

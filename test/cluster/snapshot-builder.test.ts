import { setTimeout as sleep } from 'node:timers/promises';
import { expect, test } from 'vitest';
import { SnapshotBuilder } from '#cluster/snapshot-builder.ts';
import { emptySnapshot } from '#cluster/empty-snapshot.ts';

test.each(['finish', 'stop'] as const)('nobody is told what comes in after its end (%s)', async (end) => {
  const startedAt = '2026-11-23T09:00:00Z';
  let told = 0;
  const board = new SnapshotBuilder(
    emptySnapshot({ kind: 'live' }, {}, startedAt),
    startedAt,
    () => (told += 1),
    1,
  );
  board[end]();
  const before = told;
  board.change((snapshot) => ({ ...snapshot }));
  await sleep(10);
  expect(told).toBe(before);
});

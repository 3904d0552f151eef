import { EventEmitter } from 'node:events';
import { expect, test } from 'vitest';
import { holdWarnings } from '../../src/cli/hold-warnings.ts';

test('warnings wait until the full screen is gone, and are then printed once each', () => {
  const printed: string[] = [];
  const process = new EventEmitter().on('warning', ({ message }: Error) => printed.push(message));
  const release = holdWarnings(process);
  process.emit('warning', new Error('first'));
  process.emit('warning', new Error('second'));
  expect(printed).toEqual([]);
  release();
  expect(printed).toEqual(['first', 'second']);
  process.emit('warning', new Error('third'));
  expect(printed).toEqual(['first', 'second', 'third']);
});

import { closeSync, openSync, writeSync } from 'node:fs';
import { join } from 'node:path';
import { zerologLines } from './zerolog-lines.ts';

/** Creates the logs to measure in one folder, which the caller removes. Sizes are in millions of bytes. */
export class LogFiles {
  readonly #folder: string;

  constructor(folder: string) {
    this.#folder = folder;
  }

  /** Zerolog lines with this share of errors, each with the kubelet's time stamp. */
  zerolog(megabytes: number, errorShare: number): string {
    return this.#write(`zerolog-${errorShare}.log`, megabytes * 1e6, zerologLines(errorShare, false));
  }

  /** Errors only, all with different words. */
  distinct(records: number): string {
    return this.#write('distinct.log', Infinity, take(zerologLines(1, true), records));
  }

  /** One line without end. */
  oneLine(megabytes: number): string {
    return this.#write('one-line.log', Infinity, oneLine(megabytes));
  }

  #write(name: string, bytes: number, blocks: Iterable<Buffer>): string {
    const file = join(this.#folder, name);
    const handle = openSync(file, 'w');
    let written = 0;
    for (const block of blocks) {
      written += writeSync(handle, block);
      if (written >= bytes) break;
    }
    closeSync(handle);
    return file;
  }
}

function* take(blocks: Iterable<Buffer>, records: number): Generator<Buffer> {
  let left = records;
  for (const block of blocks) {
    const lines = block.toString().split('\n').slice(0, -1);
    yield Buffer.from(
      lines
        .slice(0, left)
        .map((line) => `${line}\n`)
        .join(''),
    );
    left -= lines.length;
    if (left <= 0) return;
  }
}

function* oneLine(megabytes: number): Generator<Buffer> {
  yield Buffer.from('2026-11-23T09:15:35.123456789Z {"level":"error","message":"');
  for (let i = 0; i < megabytes; i++) yield Buffer.alloc(1e6, 'words of a message that does not end ');
}

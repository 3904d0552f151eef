import { runClass } from '../variable-runs.ts';
import * as layout from './assembly/layout.ts';
import { type Needle, writeFingerprints } from './fingerprints.ts';
import { kernelCode } from './kernel-code.ts';
import { webAssembly, type WebAssemblyModule } from './web-assembly.ts';

/** The callbacks of the kernel while it scans lines. Addresses are offsets in `Kernel.bytes`. */
export interface KernelHost {
  /**
   * A line that the kernel cannot count by itself. `start` to `body` is the kubelet's time stamp with its space; `end` excludes the line
   * end. `slot`: where its shape is known, or one of the negative numbers of `layout.ts`.
   */
  line(index: number, start: number, body: number, end: number, slot: number, flags: number): void;
  /** A line with watched phrases, by their bits; called before `line`. */
  marked(index: number, phrases: number): void;
  /** The minute since the epoch of a time stamp, or `noMinute`. */
  minute(start: number, end: number): number;
  /** A signature has a record in a new minute: those of the minute `before` are complete (`freshGroup` at its first one). */
  tick(group: number, before: number): void;
}

/** The functions of `assembly/scan.ts`; see there. */
interface KernelExports {
  reset(cap: number, stamped: boolean): void;
  resetGroup(group: number): void;
  attend(every: boolean): void;
  restart(start: number): void;
  count(): number;
  next(): number;
  remember(value: number): void;
  scan(to: number): void;
  countRecord(group: number, index: number, minute: number): void;
  lineBodyOf(start: number, newline: number): number;
  forget(group: number): void;
  minuteAt(start: number, body: number): number;
  shapeOf(from: number, to: number): bigint;
}

/**
 * The part of the scanner that reads every byte: WebAssembly with its own memory of fixed size. It finds the lines in its
 * window, counts those of low level or of a known shape, and reports the others to its host.
 */
export class Kernel {
  readonly run: KernelExports;
  readonly bytes: Buffer;
  readonly starts: Int32Array;
  readonly levels: Uint32Array;
  readonly counts: Uint32Array;
  readonly lasts: Int32Array;
  readonly minutes: Int32Array;
  readonly inMinute: Uint32Array;
  readonly #others: Uint32Array;
  readonly #shapes: Uint32Array;
  #host: KernelHost | undefined;

  constructor() {
    const memory = new webAssembly.Memory({ initial: layout.pages, maximum: layout.pages });
    const { buffer } = memory;
    this.bytes = Buffer.from(buffer);
    this.starts = new Int32Array(buffer, layout.lineStarts, layout.maxLines);
    this.levels = new Uint32Array(buffer, layout.levelCounts, 7);
    this.counts = new Uint32Array(buffer, layout.groupCounts, layout.maxGroups);
    this.lasts = new Int32Array(buffer, layout.groupLasts, layout.maxGroups);
    this.minutes = new Int32Array(buffer, layout.groupMinutes, layout.maxGroups);
    this.inMinute = new Uint32Array(buffer, layout.groupInMinute, layout.maxGroups);
    this.#others = new Uint32Array(buffer, layout.othersCount, 1);
    this.#shapes = new Uint32Array(buffer, layout.shapes, layout.shapeSlots * 4);
    this.bytes.set(runClass, layout.runClasses);
    this.bytes.fill(0xff, layout.firstBytes, layout.firstBytes + 16);
    const { exports } = new webAssembly.Instance(compiled(), {
      env: { memory },
      scan: {
        readLine: (index: number, start: number, body: number, end: number, slot: number, flags: number) =>
          this.#host?.line(index, start, body, end, slot, flags),
        markedLine: (index: number, phrases: number) => this.#host?.marked(index, phrases),
        newMinute: (group: number, before: number) => this.#host?.tick(group, before),
      },
      stamp: {
        readMinute: (start: number, end: number) => this.#host?.minute(start, end) ?? layout.noMinute,
      },
    });
    this.run = exports as unknown as KernelExports;
  }

  /** Starts another log. `cap`: bytes of a line that are scanned; `stamped`: lines may begin with a time stamp. */
  begin(host: KernelHost, needles: readonly Needle[], cap: number, stamped: boolean): void {
    this.#host = host;
    this.run.reset(cap, stamped);
    this.run.restart(layout.window);
    writeFingerprints(this.bytes, needles);
  }

  /** Removes the reference to the host, so that an idle kernel keeps no data of the last log alive. */
  leave(): void {
    this.#host = undefined;
  }

  get others(): number {
    return this.#others[0]!;
  }

  /** The entry of a known shape; see `assembly/known-shapes.ts`. */
  valueOf(slot: number): number {
    return this.#shapes[slot * 4 + 2]!;
  }
}

let code: WebAssemblyModule | undefined;

function compiled(): WebAssemblyModule {
  return (code ??= new webAssembly.Module(Buffer.from(kernelCode, 'base64')));
}

/** Idle kernels, for reuse: each has 1.5 MB, which the garbage collector frees late. */
const idle: Kernel[] = [];
let busy = 0;

/** An idle kernel, or a new one. */
export function takeKernel(): Kernel {
  busy += 1;
  return idle.pop() ?? new Kernel();
}

export function returnKernel(kernel: Kernel): void {
  kernel.leave();
  busy -= 1;
  idle.push(kernel);
  // After the last log one idle kernel is enough.
  if (busy === 0) idle.length = 1;
}

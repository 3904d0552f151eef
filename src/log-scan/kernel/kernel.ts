import { runClass } from '../variable-runs.ts';
import * as layout from './assembly/layout.ts';
import { type Needle, writeFingerprints } from './fingerprints.ts';
import { kernelCode } from './kernel-code.ts';
import { webAssembly, type WebAssemblyModule } from './web-assembly.ts';

/** What the kernel asks of the scanner while it goes over lines. Addresses are places in `Kernel.bytes`. */
export interface KernelHost {
  /**
   * A line the kernel cannot settle. `start` to `body` is the kubelet's time stamp with its space; `end` excludes the line
   * end. `slot`: where its shape is known, or one of the negative numbers of `layout.ts`.
   */
  line(index: number, start: number, body: number, end: number, slot: number, flags: number): void;
  /** A line with watched phrases, by their bits; told before the line itself. */
  marked(index: number, phrases: number): void;
  /** The minute since the epoch of a time stamp, or `noMinute`. */
  minute(start: number, end: number): number;
  /** A signature has its first record in another minute: those of the minute `before` (or `freshGroup`) are complete. */
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
 * The part of the scanner that looks at every byte: WebAssembly with a memory of its own, of fixed size. It finds the lines of
 * what stands in its window, counts those that are of no interest or of a known shape, and shows its host the others.
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

  /** Begins with another log. `cap`: bytes of a line that count; `stamped`: lines may begin with a time stamp. */
  begin(host: KernelHost, needles: readonly Needle[], cap: number, stamped: boolean): void {
    this.#host = host;
    this.run.reset(cap, stamped);
    this.run.restart(layout.window);
    writeFingerprints(this.bytes, needles);
  }

  /** Lets go of the host, so that a kernel kept for the next log keeps nothing of this one alive. */
  leave(): void {
    this.#host = undefined;
  }

  get others(): number {
    return this.#others[0]!;
  }

  /** What was remembered of a shape: see `assembly/known-shapes.ts`. */
  valueOf(slot: number): number {
    return this.#shapes[slot * 4 + 2]!;
  }
}

let code: WebAssemblyModule | undefined;

function compiled(): WebAssemblyModule {
  return (code ??= new webAssembly.Module(Buffer.from(kernelCode, 'base64')));
}

/** Each takes one and a half megabytes, given back at some time: none is made while there is an idle one. */
const idle: Kernel[] = [];
let busy = 0;

/** A kernel that nobody uses. */
export function takeKernel(): Kernel {
  busy += 1;
  return idle.pop() ?? new Kernel();
}

export function returnKernel(kernel: Kernel): void {
  kernel.leave();
  busy -= 1;
  idle.push(kernel);
  // All logs are read: one is enough for the next.
  if (busy === 0) idle.length = 1;
}

import { setFlagsFromString } from 'node:v8';

/**
 * The wizard stands open for hours beside other work: V8 gives memory back instead of growing (half of it), and keeps what is
 * new in little room, so that a list of 10^5 rows leaves less behind while it is made (docs/benchmarks.md, ui).
 */
export function keepHeapSmall(): void {
  for (const flag of ['--optimize-for-size', '--max-semi-space-size=1', '--semi-space-growth-factor=1'])
    setFlagsFromString(flag);
}

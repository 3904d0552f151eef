/**
 * Loaded before the program (`node --import`): its clock stands still, so that the ages on the screen are the same
 * whenever it runs. Timers go on.
 */
const moment = Date.parse('2026-11-23T10:00:00.000Z');

globalThis.Date = class extends Date {
  constructor(...given: readonly unknown[]) {
    // What was given is passed on as it is, whichever of the forms of `new Date` it is.
    super(...((given.length === 0 ? [moment] : given) as [string]));
  }

  static override now(): number {
    return moment;
  }
} as DateConstructor;
// How long a request took is measured by another clock.
performance.now = () => 0;

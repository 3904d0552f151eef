export interface LogSettings {
  /** How much of one log is read from its start; of a longer one a quarter of that is read from its end, too. */
  readonly logBytes: number;
  /** Before a broken connection is taken up again. */
  readonly resumeDelayMs: number;
  /** RFC 3339: older lines are not asked for. */
  readonly since?: string;
  /** The last line is asked for along with the log, and not after it: one request more for an empty log, one wait less. */
  readonly endAtOnce?: boolean;
}

export const defaultLogSettings: LogSettings = {
  logBytes: 256 * 1024 * 1024,
  resumeDelayMs: 500,
  endAtOnce: true,
};

const tailShare = 4;

/** How much is read of a log from its start, and from the end of a longer one, where so much was taken before. */
export function sharesOf(logBytes: number, taken: number): readonly [number, number] {
  const whole = logBytes + Math.floor(logBytes / tailShare) - taken;
  const start = Math.max(logBytes - taken, Math.floor(whole / 2));
  return [start, whole - start];
}

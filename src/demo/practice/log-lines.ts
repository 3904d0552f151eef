/** Makes a log line from the time at which it is written (RFC 3339, whole seconds). */
export type LogLine = (time: string) => string;

interface ZerologFields {
  readonly component?: string;
  readonly error?: string;
  readonly error_code?: string;
  readonly reason?: string;
  readonly file?: string;
}

/** A line as the mesh's programs log (facts §5.1): the order of the fields is fixed. */
export function zerolog(
  level: 'info' | 'warn' | 'error' | 'fatal',
  message: string,
  { component, error, error_code, reason, file }: ZerologFields = {},
): LogLine {
  return (time) =>
    JSON.stringify({
      level,
      ...(component !== undefined && { component }),
      ...(error !== undefined && { error }),
      ...(error_code !== undefined && { error_code }),
      ...(reason !== undefined && { reason }),
      time,
      ...(file !== undefined && { file }),
      message,
    });
}

/** A line of Kubernetes' client library. */
export function klog(level: 'W' | 'E', file: string, message: string): LogLine {
  return (time) => {
    const at = `${time.slice(5, 7)}${time.slice(8, 10)} ${time.slice(11, 19)}.412370`;
    return `${level}${at}       1 ${file}] ${message}`;
  };
}

export function plain(text: string): LogLine {
  return () => text;
}

/** Lines of the program `pipy`, which has its own format. */
export function pipy(message: string): LogLine {
  return (time) => `${time.slice(0, 10)} ${time.slice(11, 19)}.383 [INF] ${message}`;
}

/** The last two lines of a program of the mesh that gives up: why, and that it ends (facts §5.5). */
export function fatalEvent(reason: string, message: string, error: string): LogLine {
  return zerolog('fatal', message, { component: 'kube-events', error, reason, file: 'events.go:139' });
}

/** A log as it is stored: each line behind the time at which it came, a little later than the one before. */
export function logText(lines: readonly LogLine[], startedAt: number): string {
  return lines
    .map((line, index) => {
      const at = new Date(startedAt + index).toISOString();
      return `${at.replace('Z', '101739Z')} ${line(at.replace(/\.\d+/, ''))}\n`;
    })
    .join('');
}

interface NotLog {
  readonly pattern: RegExp;
  readonly source: string;
}

/** Messages that the kubelet sends with status 200 instead of a log. */
const notLogs: readonly NotLog[] = [
  {
    pattern: /^unable to retrieve container logs for \w+:\/\//,
    source: 'kubernetes-api facts: right after a crash, before the back-off',
  },
  {
    pattern: /^failed to try resolving symlinks in path "/,
    source: 'kubelet: the log file is gone from the node',
  },
];

/** Whether a body with this first line is a message of the kubelet instead of a log. */
export function isNotLog(firstLine: string): boolean {
  return notLogs.some(({ pattern }) => pattern.test(firstLine));
}

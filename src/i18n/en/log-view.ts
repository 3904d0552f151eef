import type { LogNotes, LogViewTexts } from '#i18n/types/log-view.ts';

const lines = (count: number): string => `${count.toLocaleString('en')} ${count === 1 ? 'line' : 'lines'}`;

export const logView: LogViewTexts = {
  title: (pod, container, previous) => `${previous ? 'previous log' : 'log'} of ${container} · ${pod}`,
  position: (row, rows) => `${row.toLocaleString('en')} of ${rows.toLocaleString('en')}`,
  gap: (count) => (count === undefined ? '… lines not kept here …' : `… ${lines(count)} not kept …`),
  dropped: (count) =>
    count === undefined
      ? '… older lines were dropped to limit memory usage …'
      : `… ${lines(count)} dropped: only the newest are kept …`,
  end: {
    current: 'End of the lines read so far. Enter reads more, w follows.',
    previous: 'End of the lines read from the previous log. Enter reads more.',
    following: 'New lines appear here.',
    kept: 'End of the lines in the snapshot.',
  },
  hidden: (characters) => `(${characters.toLocaleString('en')} more characters; y copies all)`,
  goesOn: 'this record continues',
  reading: (count, seconds) => `reading… ${lines(count)}, ${seconds} s, Esc stops`,
  following: 'following',
  followingAbove: 'following; G goes to the newest lines',
  failed: (what) => `More lines could not be read: ${what}`,
  filters: { warn: 'warn or higher only', error: 'error or higher only' },
  stamps: { utc: 'kubelet time, UTC', age: 'age of each line' },
  unwrapped: 'not wrapped: ← → scroll, z wraps',
  column: (column) => `from column ${column}`,
  record: 'this record',
  notLive: 'a snapshot: only saved lines',
};

export const logNotes: { readonly [N in keyof LogNotes]: (params: LogNotes[N]) => string } = {
  logNotLive: () => 'The snapshot has no more lines; read the cluster itself for more',
  logStillReading: () => 'Still reading this log; Esc stops',
  logFollows: () => 'The log is being followed; new lines appear automatically',
  logUnfollowed: () => 'No longer following; w follows again',
  logFollowEnded: () => 'The log ended: the container stopped, or the connection was closed',
  logStopped: () => 'Stopped; Enter reads more',
  logAtStart: () => 'The start of the log is already shown',
  logDropped: () => 'These lines were dropped for newer ones; reopen the log to read them',
  logOver: () => 'The previous run has ended: nothing more is written to its log',
  logNoMore: () => 'There are no more lines now',
  logRead: ({ lines }) => `${lines.toLocaleString('en')} more ${lines === 1 ? 'line' : 'lines'}`,
  logNoPrevious: ({ container }) => `There is no previous log of ${container}`,
  logNoCurrent: ({ container }) => `There is no current log of ${container}`,
  logWrapped: () => 'Lines are wrapped; z turns wrapping off',
};

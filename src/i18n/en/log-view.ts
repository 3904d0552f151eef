import type { LogNotes, LogViewTexts } from '#i18n/types/log-view.ts';

const lines = (count: number): string => `${count.toLocaleString('en')} ${count === 1 ? 'line' : 'lines'}`;

export const logView: LogViewTexts = {
  title: (pod, container, previous) => `${previous ? 'previous log' : 'log'} of ${container} · ${pod}`,
  position: (row, rows) => `${row.toLocaleString('en')} of ${rows.toLocaleString('en')}`,
  gap: (count) => (count === undefined ? '… lines not kept here …' : `… ${lines(count)} not kept …`),
  dropped: (count) =>
    count === undefined
      ? '… older lines were dropped to keep memory bounded …'
      : `… ${lines(count)} dropped: only the newest are held …`,
  end: {
    current: 'End of what was read. Enter reads on, w follows.',
    previous: 'End of what was read of the run before. Enter reads on.',
    following: 'New lines come in here.',
    kept: 'End of what the snapshot keeps.',
  },
  hidden: (characters) => `(${characters.toLocaleString('en')} more characters; y copies all)`,
  goesOn: 'this record goes on',
  reading: (count, seconds) => `reading… ${lines(count)}, ${seconds} s, Esc stops`,
  following: 'following',
  followingAbove: 'following; G goes to the newest lines',
  failed: (what) => `Could not read more: ${what}`,
  filters: { warn: 'warn and worse only', error: 'error and worse only' },
  stamps: { utc: "the kubelet's time, UTC", age: 'age of each line' },
  unwrapped: 'each on one line: ← → scroll, z wraps',
  column: (column) => `from column ${column}`,
  record: 'the record in question',
  notLive: 'a snapshot: only what it keeps',
};

export const logNotes: { readonly [N in keyof LogNotes]: (params: LogNotes[N]) => string } = {
  logNotLive: () => 'A snapshot has no more lines; read the cluster itself for them',
  logStillReading: () => 'Still reading this log; Esc stops it',
  logFollows: () => 'The log is followed; new lines come in by themselves',
  logUnfollowed: () => 'No longer following; w follows again',
  logFollowEnded: () => 'The log ended: the container stopped, or the connection was closed',
  logStopped: () => 'Stopped; Enter reads on',
  logAtStart: () => 'The start of the log is here already',
  logDropped: () => 'These lines made room for newer ones; open the log anew to read them',
  logOver: () => 'The run before has ended: nothing more is written to its log',
  logNoMore: () => 'There are no more lines now',
  logRead: ({ lines }) => `${lines.toLocaleString('en')} more ${lines === 1 ? 'line' : 'lines'}`,
  logNoPrevious: ({ container }) => `There is no log of a run of ${container} before this one`,
  logNoCurrent: ({ container }) => `There is no log of the current run of ${container}`,
  logWrapped: () => 'Lines are wrapped; z puts each on one line',
};

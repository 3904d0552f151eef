import type { UiTexts } from '#i18n/types/ui.ts';
import { logNotes, logView } from './log-view.ts';
import { runs } from './runs.ts';
import { actions, groups } from './ui-keys.ts';
import { count } from './words.ts';

export const ui: UiTexts = {
  actions,
  groups,
  notes: {
    ...logNotes,
    copiedCommand: ({ command }) => `Sent to the terminal's clipboard (c again shows it): ${command}`,
    copiedEvidence: ({ lines }) =>
      `Sent to the terminal's clipboard (y again shows it): ${lines} ${lines === 1 ? 'line' : 'lines'} of evidence`,
    tooLongToCopy: ({ kilobytes }) =>
      `Too long for a terminal's clipboard (${kilobytes} kB): select it here, or export it`,
    nothingSelected: () => 'Nothing is selected: the list is empty',
    noCommand: () => 'This row has no command to copy',
    noEvidence: () => 'This row has no raw evidence to copy',
    lastStep: ({ step }) => `${step} is the last step`,
    firstStep: ({ step }) => `${step} is the first step`,
    replayed: () => 'This is a snapshot; read the cluster itself for news',
    stillReading: () => 'Still reading; Esc stops it',
    nothingRunning: () => 'Nothing is being read; q quits',
    nothingRead: () => 'Nothing was read yet, so there is nothing to export',
    readAgain: ({ step }) => `Reading again: ${step}`,
    readAllAgain: () => 'Reading everything again',
    cancelled: () => 'Reading stopped; r and R read again',
    readDone: ({ counts, seconds }) =>
      `Read again in ${seconds} s${counts === undefined ? '' : `: ${runs.counts(counts)}`}`,
    severalMeshes: ({ count }) => `There are ${count} meshes; m chooses among them`,
    nothingToChoose: () => 'Nothing matches, so there is nothing to choose',
    context: ({ context }) => `Context ${context}: reading it`,
    sameContext: ({ context }) => `${context} is the one that is shown; R reads it again`,
    noContext: () => 'No context is chosen yet: m chooses one',
    watchStarted: ({ seconds }) =>
      `Watching until it is healthy, every ${seconds} s and less often while nothing changes; w or Esc stops`,
    watchStopped: () => 'Not watching any more; w watches again',
    watchChanged: ({ counts }) => `Changed: ${runs.counts(counts)}`,
    watchReplay: () => 'A snapshot never changes, so there is nothing to watch; watch the cluster itself',
    alreadyHealthy: () => 'It is healthy already; R looks again',
    healthyNow: () => 'Healthy now: not watching any more',
    mesh: ({ mesh }) => `Mesh ${mesh}`,
    language: () => 'English (L: 日本語)',
    unknownKey: ({ key }) => `${key} does nothing here; ? lists all keys`,
    notHere: ({ action, key, where }) =>
      `${key === ' ' ? 'Space' : key} works elsewhere (${where}): ${action}`,
    commandsAlready: () => 'Enter, or its number, copies one of these commands',
    formatsAlready: () => 'Enter, or its number, takes one of these formats',
    atTop: () => 'Nothing is further up',
    atBottom: () => 'Nothing is further down',
    atLeft: () => 'Nothing is further left',
    atRight: () => 'Nothing is further right',
    alreadyThere: ({ step }) => `This is ${step} already`,
    noSuchChoice: () => 'There is no choice with that number',
    noSearch: () => 'Nothing is searched for yet; / asks for words',
    nothingToSearch: () => 'There is nothing to search in here',
    noMatch: ({ query }) => `No match for ${query}`,
    searchFromTop: ({ count, number, query }) => `/${query}: match ${number} of ${count}, from the top again`,
    searchFromBottom: ({ count, number, query }) =>
      `/${query}: match ${number} of ${count}, from the bottom again`,
    nothingToFilter: () => 'There are no rows to filter yet',
    leftOut: ({ id }) => `${id} left out of the report (Space: back in); the verdict stays`,
    inReport: ({ id }) => `${id} is in the report again`,
    reportFailed: ({ file }) => `${file} was not written; e tries again and says why`,
    notInReport: () => 'Only findings and causes can be left out of the report',
    nothingToOpen: () => 'There is no row to open',
    noOtherPane: () => 'There is no other pane yet',
    timelineStart: () => 'This is the start of the time line',
    timelineEnd: () => 'This is the end of the time line: the moment of reading',
    timelineWhole: () => 'This is the whole time line; + shows less of it, closer',
    timelineClosest: ({ seconds }) => `Less than ${seconds} s is not shown; - shows more`,
    pasteIgnored: () => 'Pasted text is only taken where text is asked for',
    resumed: () => 'Back again',
    cannotSuspend: () => 'This terminal cannot suspend programs',
  },
  header: {
    context: 'ctx',
    mesh: 'mesh',
    ofMeshes: (index, count) => `${index} of ${count}`,
    demo: 'DEMO',
    file: 'file',
  },
  walk: [
    'Five steps lead from the failing probe to its root cause.',
    '→ goes on, Enter opens a row, o the guide, ? all keys.',
  ],
  progress: {
    connecting: 'connecting…',
    reading: (what, done, total, seconds) => {
      const now =
        what.length === 0 ? 'reading' : `${what[0]}${what.length > 1 ? ` and ${what.length - 1} more` : ''}`;
      const count =
        total > 0 ? `${done} of ${total} requests` : `${done} ${done === 1 ? 'request' : 'requests'}`;
      return `${count}, ${seconds} s · ${now}…`;
    },
    cancelled: 'reading was stopped: what is missing was not checked',
  },
  read: {
    justNow: 'read just now',
    over: (age) => `read over ${age} ago`,
    ago: (age) => `read ${age} ago`,
    at: (time) => `as of ${time}`,
  },
  firstHeadline: 'Reading the cluster…',
  noContext: 'No context is chosen yet: m lists those of the kubeconfig.',
  panes: {
    overview: 'Overview',
    detail: 'Detail',
    position: (first, last, total) => `${first}–${last} of ${total}`,
    noRows: 'Nothing to list',
  },
  timeline: {
    titles: (from, to, length, day) => {
      const when = day === undefined ? `${from} to ${to}` : `${from} to ${to} UTC, ${day}`;
      const short = day === undefined ? when : `${from}–${to} UTC, ${day}`;
      return [`Time line: ${length}, ${when}`, `Time line ${short}`, when];
    },
    row: (kind, number) => `${kind} ${number}`,
    moment: (from, to, age, entries) =>
      `${age} ago, ${from}${to === from ? '' : ` to ${to}`}: ${count(entries, 'entry', 'entries')}`,
    entry: (time, age, kind, subject, text) =>
      `${time} (${age} ago) ${kind}: ${text === '' ? '' : `${text} · `}${subject}`,
    often: (number, length) => (length === '' ? ` ×${number}` : ` ×${number} over ${length}`),
    nothing: 'Nothing happened here that is known; ↑ ↓ go to the suggest entries.',
  },
  linear: {
    intro: 'Linear mode: everything is said in words, line by line. ? says the keys, q quits.',
    step: (number, total, tab, status) => `Step ${number} of ${total}, ${tab}: ${status}.`,
    row: (number, total, what) => `${number} of ${total}: ${what}`,
    selected: (what) => `Selected: ${what}`,
    noRows: 'The list is empty.',
    timeline: (rows) => `In it: ${rows.join(', ')}.`,
    command: (number, command) =>
      number === undefined ? `Command: ${command}` : `Command ${number}: ${command}`,
    equivalent: (command) => `The same with kubectl: ${command}`,
    cell: (column, value) => `${column}: ${value}`,
    betweenCells: '; ',
  },
  help: {
    title: 'Keys',
    intro: 'The program only reads: no key changes anything in the cluster.',
    marks: {
      critical: 'critical',
      warning: 'warning',
      ok: 'checked, nothing wrong',
      unknown: 'not checked',
      info: 'for information',
      pending: 'still being read',
    },
  },
  guide: {
    title: (step) => `The guide: ${step}`,
    stale: 'Where the published guide is out of date',
    published: 'The published guide',
  },
  log: logView,
  search: {
    found: (query, number, count) =>
      number > 0
        ? `/${query}: match ${number} of ${count}`
        : count > 0
          ? `/${query}: ${count} ${count === 1 ? 'match' : 'matches'}`
          : `No match for ${query}`,
    typed: (number, count) =>
      count === 0 ? 'no match' : number > 0 ? `match ${number} of ${count}` : `${count} matches`,
    searching: (number, count) =>
      number > 0 ? `searching, match ${number} of ${count} so far` : `searching, ${count} so far`,
    hint: 'a capital letter makes case count',
  },
  filters: {
    names: { warning: 'warnings and worse, and what is not checked', critical: 'what is critical' },
    head: (name, hidden) => `Only ${name} · ${hidden} hidden`,
    empty: (hidden) => `Nothing here is that severe: ${hidden} hidden, f shows more`,
  },
  leftOut: '(left out)',
  commands: {
    title: 'Copy a command',
    intro: 'One at a time: look at what each one did before you run the next.',
  },
  copy: { title: 'Select the text below with the mouse to copy it' },
  export: {
    title: 'Export the report',
    askFormat: 'Which format?',
    formats: {
      markdown: 'Markdown, for an issue or a wiki',
      html: 'HTML, one file for a browser',
      json: 'JSON, for programs',
      text: 'Plain text',
    },
    askPath: 'Write it to which file?',
    pathHint: 'A file that exists is never overwritten. The report holds no secrets of the cluster.',
    emptyPath: 'A file name is needed.',
    writing: (file) => `Writing ${file}…`,
    done: (file) => `Written: ${file}`,
    soFar: 'Still reading: the report will hold what is known so far.',
    before: 'Reading again: the report will hold the reading before.',
    close: 'Enter or Esc closes this.',
  },
  problem: {
    title: 'The cluster could not be read',
    retry: 'R tries again, m chooses another context, q quits.',
    chooseContext: 'other context',
  },
  tooSmall: (columns, rows, minColumns, minRows) => [
    `This terminal is ${columns}×${rows}; osm-edge-doctor needs ${minColumns}×${minRows}.`,
    'Make it larger; the reading goes on. Ctrl-C quits.',
  ],
  step: (number, tab) => `${number} ${tab}`,
};

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
      `Too long for the clipboard (${kilobytes} kB): select it here, or export it`,
    nothingSelected: () => 'No row is selected: the list is empty',
    noCommand: () => 'This row has no command to copy',
    noEvidence: () => 'This row has no raw evidence to copy',
    lastStep: ({ step }) => `${step} is the last step`,
    firstStep: ({ step }) => `${step} is the first step`,
    replayed: () => 'This is a snapshot; for new data, read the cluster itself',
    stillReading: () => 'Still reading; Esc stops',
    nothingRunning: () => 'Nothing is being read; q quits',
    nothingRead: () => 'Nothing has been read yet, so there is nothing to export',
    readAgain: ({ step }) => `Refreshing: ${step}`,
    readAllAgain: () => 'Refreshing everything',
    cancelled: () => 'Reading stopped; r and R refresh',
    readDone: ({ counts, seconds }) =>
      `Refreshed in ${seconds} s${counts === undefined ? '' : `: ${runs.counts(counts)}`}`,
    severalMeshes: ({ count }) => `There are ${count} meshes; m selects one`,
    nothingToChoose: () => 'Nothing matches, so there is nothing to select',
    context: ({ context }) => `Reading context ${context}`,
    sameContext: ({ context }) => `${context} is already shown; R refreshes`,
    noContext: () => 'No context is selected yet; m selects one',
    watchStarted: ({ seconds }) =>
      `Watching until healthy, every ${seconds} s, less often while nothing changes; w or Esc stops`,
    watchStopped: () => 'Stopped watching; w watches again',
    watchChanged: ({ counts }) => `Changed: ${runs.counts(counts)}`,
    watchReplay: () => 'A snapshot never changes; watch the cluster itself',
    alreadyHealthy: () => 'Already healthy; R refreshes',
    healthyNow: () => 'Healthy now; stopped watching',
    mesh: ({ mesh }) => `Mesh ${mesh}`,
    language: () => 'English (L: 日本語)',
    unknownKey: ({ key }) => `${key} does nothing here; ? lists all keys`,
    notHere: ({ action, key, where }) =>
      `${key === ' ' ? 'Space' : key} is not available here; use it in ${where} (${action})`,
    commandsAlready: () => 'Enter or a number copies one of these commands',
    formatsAlready: () => 'Enter or a number selects one of these formats',
    atTop: () => 'Top of list',
    atBottom: () => 'Bottom of list',
    atLeft: () => 'Left edge',
    atRight: () => 'Right edge',
    alreadyThere: ({ step }) => `${step} is already shown`,
    noSuchChoice: () => 'There is no choice with this number',
    noSearch: () => 'No search yet; / starts one',
    nothingToSearch: () => 'There is nothing to search here',
    noMatch: ({ query }) => `No match for ${query}`,
    searchFromTop: ({ count, number, query }) =>
      `/${query}: match ${number} of ${count}, continued from the top`,
    searchFromBottom: ({ count, number, query }) =>
      `/${query}: match ${number} of ${count}, continued from the bottom`,
    nothingToFilter: () => 'There are no rows to filter yet',
    leftOut: ({ id }) => `${id} excluded from the report (Space includes it); verdict unchanged`,
    inReport: ({ id }) => `${id} included in the report`,
    reportFailed: ({ file }) => `${file} was not written; e tries again and shows why`,
    notInReport: () => 'Only findings and causes can be excluded from the report',
    nothingToOpen: () => 'There is no row to open',
    noOtherPane: () => 'There is no other pane',
    timelineStart: () => 'Start of the timeline',
    timelineEnd: () => 'End of the timeline: the time of reading',
    timelineWhole: () => 'The whole timeline is shown; + zooms in',
    timelineClosest: ({ seconds }) => `A period under ${seconds} s cannot be shown; - zooms out`,
    pasteIgnored: () => 'Pasted text is accepted only in a text field',
    resumed: () => 'Resumed',
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
    '→ next step, Enter opens a row, o the guide, ? all keys.',
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
    cancelled: 'reading was stopped: missing parts are not checked',
  },
  read: {
    justNow: 'read just now',
    over: (age) => `read over ${age} ago`,
    ago: (age) => `read ${age} ago`,
    at: (time) => `as of ${time}`,
  },
  firstHeadline: 'Reading the cluster…',
  noContext: 'No context is selected yet; m lists the contexts of the kubeconfig.',
  panes: {
    overview: 'Overview',
    detail: 'Details',
    position: (first, last, total) => `${first}–${last} of ${total}`,
    noRows: 'No entries',
  },
  timeline: {
    titles: (from, to, length, day) => {
      const when = day === undefined ? `${from} to ${to}` : `${from} to ${to} UTC, ${day}`;
      const short = day === undefined ? when : `${from}–${to} UTC, ${day}`;
      return [`Timeline: ${length}, ${when}`, `Timeline ${short}`, when];
    },
    row: (kind, number) => `${kind} ${number}`,
    moment: (from, to, age, entries) =>
      `${age} ago, ${from}${to === from ? '' : ` to ${to}`}: ${count(entries, 'entry', 'entries')}`,
    entry: (time, age, kind, subject, text) =>
      `${time} (${age} ago) ${kind}: ${text === '' ? '' : `${text} · `}${subject}`,
    often: (number, length) => (length === '' ? ` ×${number}` : ` ×${number} over ${length}`),
    nothing: 'No entry at this time; ↑ ↓ go to the nearest entries.',
  },
  linear: {
    intro: 'Linear mode: everything is text, line by line. ? lists the keys, q quits.',
    step: (number, total, tab, status) => `Step ${number} of ${total}, ${tab}: ${status}.`,
    row: (number, total, what) => `${number} of ${total}: ${what}`,
    selected: (what) => `Selected: ${what}`,
    noRows: 'The list is empty.',
    timeline: (rows) => `Entries: ${rows.join(', ')}.`,
    command: (number, command) =>
      number === undefined ? `Command: ${command}` : `Command ${number}: ${command}`,
    equivalent: (command) => `Or, on the current context only: ${command}`,
    cell: (column, value) => `${column}: ${value}`,
    betweenCells: '; ',
  },
  help: {
    title: 'Keys',
    intro: 'The program only reads: no key changes anything in the cluster.',
    marks: {
      critical: 'critical',
      warning: 'warning',
      ok: 'checked, no problem',
      unknown: 'not checked',
      info: 'for information',
      pending: 'still being read',
    },
  },
  guide: {
    title: (step) => `Guide: ${step}`,
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
      count === 0
        ? 'no match'
        : number > 0
          ? `match ${number} of ${count}`
          : `${count} ${count === 1 ? 'match' : 'matches'}`,
    searching: (number, count) =>
      number > 0 ? `searching, match ${number} of ${count} so far` : `searching, ${count} so far`,
    hint: 'a capital letter makes the search case-sensitive',
  },
  filters: {
    names: { warning: 'warning or higher, and not checked', critical: 'critical' },
    head: (name, hidden) => `Only ${name} · ${hidden} hidden`,
    empty: (hidden) => `No row matches the filter: ${hidden} hidden, f shows more`,
  },
  leftOut: '(excluded)',
  commands: {
    title: 'Copy a command',
    intro: 'Copy one at a time, and check its result before you run the next.',
  },
  copy: { title: 'Select the text below with the mouse to copy it' },
  export: {
    title: 'Export the report',
    askFormat: 'Select a format.',
    formats: {
      markdown: 'Markdown, for an issue or a wiki',
      html: 'HTML, one file for a browser',
      json: 'JSON, for programs',
      text: 'Plain text',
    },
    askPath: 'Enter a file name.',
    pathHint: 'Existing files are never overwritten. The report contains no secrets of the cluster.',
    emptyPath: 'Enter a file name.',
    writing: (file) => `Writing ${file}…`,
    done: (file) => `Written: ${file}`,
    soFar: 'Still reading: the report will contain what is known so far.',
    before: 'Refreshing: the report will contain the previous reading.',
    close: 'Enter or Esc closes this.',
  },
  problem: {
    title: 'The cluster could not be read',
    retry: 'R tries again, m selects another context, q quits.',
    chooseContext: 'other context',
  },
  tooSmall: (columns, rows, minColumns, minRows) => [
    `This terminal is ${columns}×${rows}; osm-edge-doctor needs ${minColumns}×${minRows}.`,
    'Make it larger; reading continues. Ctrl-C quits.',
  ],
  step: (number, tab) => `${number} ${tab}`,
};

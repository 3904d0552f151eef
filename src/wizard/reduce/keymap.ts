import type { ActionId, KeyGroup } from '#i18n/types/ui.ts';
import { type Mode, modes, searchedModes } from '../state/mode.ts';

/** One row of the table that drives input, footer and key overlay. */
export interface Binding {
  readonly action: ActionId;
  /** Names as `components/keys.ts` gives them. */
  readonly keys: readonly string[];
  readonly modes: readonly Mode[];
  readonly group: KeyGroup;
  /** Place in the footer of each mode, and the order in which hints give way to narrow terminals. */
  readonly footer?: { readonly order: number; readonly rank: number; readonly keys?: readonly string[] };
}

const steps: readonly Mode[] = ['step', 'detail'];
/** Where a step is on the screen, whatever of it has the keys. */
const screens: readonly Mode[] = ['step', 'detail', 'timeline'];
const lists: readonly Mode[] = ['step', 'detail', 'timeline', 'log', 'page', 'picker', 'text'];
const scrolls: readonly Mode[] = ['step', 'detail', 'timeline', 'log', 'page', 'text'];
const typing: readonly Mode[] = ['finder', 'entry', 'typing-search'];

export const keymap: readonly Binding[] = [
  {
    action: 'move-up',
    keys: ['up', 'k'],
    modes: lists,
    group: 'move',
    footer: { order: 1, rank: 4, keys: ['up', 'down'] },
  },
  { action: 'move-down', keys: ['down', 'j'], modes: lists, group: 'move' },
  { action: 'page-up', keys: ['pageup', 'ctrl-u'], modes: scrolls, group: 'move' },
  { action: 'page-down', keys: ['pagedown', 'ctrl-d'], modes: scrolls, group: 'move' },
  { action: 'top', keys: ['g', 'home'], modes: lists, group: 'move' },
  { action: 'bottom', keys: ['G', 'end'], modes: lists, group: 'move' },
  {
    action: 'other-pane',
    keys: ['tab'],
    modes: screens,
    group: 'move',
    footer: { order: 3, rank: 6 },
  },
  { action: 'previous-pane', keys: ['shift-tab'], modes: screens, group: 'move' },
  {
    action: 'cursor-left',
    keys: ['left', 'h'],
    modes: ['timeline'],
    group: 'move',
    footer: { order: 1.3, rank: 2, keys: ['left', 'right'] },
  },
  { action: 'cursor-right', keys: ['right', 'l'], modes: ['timeline'], group: 'move' },
  {
    action: 'zoom-in',
    keys: ['+', '='],
    modes: ['timeline'],
    group: 'look',
    footer: { order: 1.6, rank: 3, keys: ['+', '-'] },
  },
  { action: 'zoom-out', keys: ['-', '_'], modes: ['timeline'], group: 'look' },

  {
    action: 'next-step',
    keys: ['right', 'l', ']'],
    modes: steps,
    group: 'walk',
    footer: { order: 4, rank: 3, keys: ['right'] },
  },
  { action: 'next-step', keys: [']'], modes: ['timeline'], group: 'walk' },
  { action: 'previous-step', keys: ['left', 'h', '['], modes: steps, group: 'walk' },
  { action: 'previous-step', keys: ['['], modes: ['timeline'], group: 'walk' },
  { action: 'jump', keys: ['1', '2', '3', '4', '5'], modes: screens, group: 'walk' },
  { action: 'choose-mesh', keys: ['m'], modes: screens, group: 'walk', footer: { order: 5.5, rank: 8.5 } },

  { action: 'open', keys: ['enter'], modes: ['step'], group: 'look', footer: { order: 2, rank: 2 } },
  { action: 'open-log', keys: ['enter'], modes: ['detail'], group: 'look', footer: { order: 2, rank: 2 } },
  {
    action: 'guide',
    keys: ['o'],
    modes: searchedModes,
    group: 'look',
    footer: { order: 6, rank: 8 },
  },
  { action: 'search', keys: ['/'], modes: searchedModes, group: 'look', footer: { order: 6.2, rank: 8.5 } },
  {
    action: 'next-match',
    keys: ['n'],
    modes: searchedModes,
    group: 'look',
    footer: { order: 1.2, rank: 3.5, keys: ['n', 'N'] },
  },
  { action: 'previous-match', keys: ['N'], modes: searchedModes, group: 'look' },
  { action: 'filter', keys: ['f'], modes: steps, group: 'look', footer: { order: 6.4, rank: 11 } },
  { action: 'help', keys: ['?'], modes: lists, group: 'look', footer: { order: 10, rank: 1 } },
  { action: 'language', keys: ['L'], modes: lists, group: 'look', footer: { order: 9, rank: 10 } },

  { action: 'read-more', keys: ['enter'], modes: ['log'], group: 'log', footer: { order: 2, rank: 2 } },
  { action: 'follow', keys: ['w'], modes: ['log'], group: 'log', footer: { order: 3, rank: 3 } },
  { action: 'previous-log', keys: ['p'], modes: ['log'], group: 'log', footer: { order: 4, rank: 4 } },
  { action: 'level-filter', keys: ['f'], modes: ['log'], group: 'log', footer: { order: 5, rank: 5 } },
  { action: 'time-stamps', keys: ['t'], modes: ['log'], group: 'log', footer: { order: 6, rank: 6 } },
  { action: 'wrap', keys: ['z'], modes: ['log'], group: 'log', footer: { order: 7, rank: 7 } },
  { action: 'columns-right', keys: ['right', 'l'], modes: ['log'], group: 'log' },
  { action: 'columns-left', keys: ['left', 'h'], modes: ['log'], group: 'log' },

  { action: 'copy-command', keys: ['c'], modes: steps, group: 'act', footer: { order: 5, rank: 5 } },
  { action: 'toggle-report', keys: [' '], modes: steps, group: 'act', footer: { order: 8.2, rank: 12 } },
  { action: 'reread-step', keys: ['r'], modes: screens, group: 'act', footer: { order: 7, rank: 9 } },
  { action: 'reread-all', keys: ['R'], modes: screens, group: 'act', footer: { order: 0.5, rank: 2.5 } },
  { action: 'copy-evidence', keys: ['y'], modes: [...steps, 'log'], group: 'act' },
  { action: 'watch', keys: ['w'], modes: screens, group: 'act', footer: { order: 7.2, rank: 8.2 } },
  {
    action: 'export',
    keys: ['e', 'ctrl-s'],
    modes: screens,
    group: 'act',
    footer: { order: 8, rank: 7, keys: ['e'] },
  },

  {
    action: 'leave',
    keys: ['escape', 'q'],
    modes: ['detail', 'timeline', 'page', 'picker', 'text'],
    group: 'leave',
    footer: { order: 11, rank: 0, keys: ['escape'] },
  },
  { action: 'leave', keys: ['q'], modes: ['log'], group: 'leave' },
  {
    action: 'leave-log',
    keys: ['escape'],
    modes: ['log'],
    group: 'leave',
    footer: { order: 11, rank: 0 },
  },
  {
    action: 'leave',
    keys: ['enter', 'escape', 'q'],
    modes: ['notice'],
    group: 'leave',
    footer: { order: 1, rank: 0, keys: ['enter'] },
  },
  {
    action: 'end-search',
    keys: ['escape'],
    modes: ['search'],
    group: 'leave',
    footer: { order: 10.8, rank: 1.5 },
  },
  { action: 'cancel', keys: ['escape'], modes: ['step'], group: 'leave', footer: { order: 7.5, rank: 2 } },
  { action: 'quit', keys: ['q'], modes: ['step'], group: 'leave', footer: { order: 11, rank: 0 } },
  { action: 'suspend', keys: ['ctrl-z'], modes, group: 'leave' },
  { action: 'interrupt', keys: ['ctrl-c'], modes, group: 'leave' },

  {
    action: 'choose',
    keys: ['enter'],
    modes: ['picker'],
    group: 'choose',
    footer: { order: 2, rank: 1 },
  },
  {
    action: 'pick',
    keys: ['1', '2', '3', '4', '5', '6', '7', '8', '9'],
    modes: ['picker'],
    group: 'choose',
  },

  {
    action: 'move-up',
    keys: ['up', 'ctrl-p'],
    modes: ['finder'],
    group: 'filter',
    footer: { order: 2, rank: 2, keys: ['up', 'down'] },
  },
  { action: 'move-down', keys: ['down', 'ctrl-n'], modes: ['finder'], group: 'filter' },
  { action: 'page-up', keys: ['pageup'], modes: ['finder'], group: 'filter' },
  { action: 'page-down', keys: ['pagedown'], modes: ['finder'], group: 'filter' },
  { action: 'choose', keys: ['enter'], modes: ['finder'], group: 'filter', footer: { order: 1, rank: 1 } },
  { action: 'leave', keys: ['escape'], modes: ['finder'], group: 'filter', footer: { order: 4, rank: 0 } },

  { action: 'submit', keys: ['enter'], modes: ['entry'], group: 'type', footer: { order: 1, rank: 1 } },
  {
    action: 'keep-search',
    keys: ['enter'],
    modes: ['typing-search'],
    group: 'type',
    footer: { order: 1, rank: 1 },
  },
  {
    action: 'next-match',
    keys: ['down'],
    modes: ['typing-search'],
    group: 'type',
    footer: { order: 2, rank: 3, keys: ['up', 'down'] },
  },
  { action: 'previous-match', keys: ['up'], modes: ['typing-search'], group: 'type' },
  {
    action: 'leave',
    keys: ['escape'],
    modes: ['entry', 'typing-search'],
    group: 'type',
    footer: { order: 3, rank: 0 },
  },
  { action: 'caret-left', keys: ['left', 'ctrl-b'], modes: typing, group: 'type' },
  { action: 'caret-right', keys: ['right', 'ctrl-f'], modes: typing, group: 'type' },
  { action: 'caret-start', keys: ['home', 'ctrl-a'], modes: typing, group: 'type' },
  { action: 'caret-end', keys: ['end', 'ctrl-e'], modes: typing, group: 'type' },
  { action: 'erase', keys: ['backspace', 'ctrl-h'], modes: typing, group: 'type' },
  { action: 'erase-forward', keys: ['delete', 'ctrl-d'], modes: typing, group: 'type' },
  { action: 'erase-line', keys: ['ctrl-u'], modes: typing, group: 'type', footer: { order: 2, rank: 2 } },
];

/** The binding of a key in the modes that hold: the innermost that knows the key decides. */
export function bindingOf(key: string, inModes: readonly Mode[]): Binding | undefined {
  for (const mode of inModes) {
    const found = keymap.find((binding) => binding.modes.includes(mode) && binding.keys.includes(key));
    if (found !== undefined) return found;
  }
  return undefined;
}

/** Where a key would do something, so that a key of no use here can say so; its first place in the table. */
export function bindingElsewhere(key: string): Binding | undefined {
  return keymap.find((binding) => binding.keys.includes(key));
}

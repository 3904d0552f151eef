import { type ExportStage, placeOf, type WizardState } from './state.ts';

/** Which bindings hold now; the innermost thing on the screen decides (ux: text entry › overlay › log › detail › step). */
export const modes = [
  'step',
  'detail',
  'timeline',
  'log',
  'page',
  'picker',
  'finder',
  'entry',
  'notice',
  'text',
  'typing-search',
  'search',
] as const;
export type Mode = (typeof modes)[number];

/**
 * The modes that hold, the innermost first. Matches that were kept lie over what they are in: they take Esc, and leave
 * every other key to it.
 */
export function modesOf(state: WizardState): readonly Mode[] {
  const mode = modeOf(state);
  return state.search?.kind === 'kept' && isSearchable(mode) ? ['search', mode] : [mode];
}

/** Where `/` can be pressed. */
export const searchedModes: readonly Mode[] = ['step', 'detail', 'timeline', 'log', 'page'];

function isSearchable(mode: Mode): boolean {
  return searchedModes.includes(mode);
}

/** Whether letters go into a text that is being typed. */
export function isTyping(mode: Mode): boolean {
  return mode === 'finder' || mode === 'entry' || mode === 'typing-search';
}

export function modeOf(state: WizardState): Mode {
  const { overlay } = state;
  if (state.search?.kind === 'typing') return 'typing-search';
  switch (overlay.kind) {
    case 'none':
      return state.log === undefined ? placeOf(state).view.kind : 'log';
    case 'help':
    case 'guide':
      return 'page';
    case 'picker':
      return 'finder';
    case 'commands':
      return 'picker';
    case 'copy':
      return 'text';
    case 'export':
      return exportMode(overlay.stage);
    default:
      return overlay satisfies never;
  }
}

function exportMode(stage: ExportStage): Mode {
  switch (stage.kind) {
    case 'format':
      return 'picker';
    case 'path':
      return 'entry';
    case 'writing':
    case 'done':
      return 'notice';
    default:
      return stage satisfies never;
  }
}

import type { ExportStage } from '../export/state.ts';
import { type Mode, searchedModes } from '../keys/mode.ts';
import { positionOf, type WizardState } from './state.ts';

/**
 * The modes that hold, the innermost first. Matches that were kept lie over what they are in: they take Esc, and leave
 * every other key to it.
 */
export function modesOf(state: WizardState): readonly Mode[] {
  const mode = modeOf(state);
  return state.search?.kind === 'kept' && searchedModes.includes(mode) ? ['search', mode] : [mode];
}

/** What has the keys. */
export function modeOf(state: WizardState): Mode {
  const { overlay } = state;
  if (state.search?.kind === 'typing') return 'typing-search';
  switch (overlay.kind) {
    case 'none':
      return state.log === undefined ? positionOf(state).view.kind : 'log';
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

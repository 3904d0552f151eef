import type { ActionId } from '#i18n/types/ui.ts';
import { type KeyBinding, keymapOf } from '../keys/action.ts';
import type { Mode } from '../keys/mode.ts';
import { textFieldActions } from '../text-field/actions.ts';
import { widgetAction, type WizardAction } from './action.ts';
import { chooseActions } from './choose.ts';
import { copyCommandAction, copyEvidenceAction } from './copy.ts';
import { exportAction, submitAction } from './export.ts';
import { filterAction } from './filter.ts';
import { endActions, leaveAction } from './leave.ts';
import { inLogActions, leaveLogAction } from './log.ts';
import { moveActions } from './move.ts';
import { guideAction, helpAction, languageAction } from './pages.ts';
import { openActions, paneActions } from './panes.ts';
import { pickerAction } from './picker.ts';
import { toggleReportAction } from './report.ts';
import { rereadActions } from './run.ts';
import { endSearchAction, keepSearchAction, searchActions } from './search.ts';
import { onTimelineActions } from './timeline.ts';
import { typedField, withTypedField } from './typing.ts';
import { walkActions } from './walk.ts';
import { watchAction } from './watch.ts';

/**
 * Everything that keys do: keys, footer, help and docs/keys.md come from here. Help lists a group in this order, and a
 * key that does nothing where it was pressed is explained by its first row.
 */
export const actions: readonly WizardAction[] = [
  ...moveActions,
  ...paneActions,
  ...onTimelineActions,
  ...walkActions,
  pickerAction,
  ...openActions,
  guideAction,
  submitAction,
  keepSearchAction,
  ...searchActions,
  filterAction,
  helpAction,
  languageAction,
  ...inLogActions,
  copyCommandAction,
  toggleReportAction,
  ...rereadActions,
  copyEvidenceAction,
  watchAction,
  exportAction,
  ...chooseActions,
  leaveAction,
  leaveLogAction,
  endSearchAction,
  ...endActions,
  ...textFieldActions.map((action) => widgetAction(action, ({ state }) => typedField(state), withTypedField)),
];

/** The rows by key. */
export const keymap = keymapOf(actions);

/** The binding of a key in the modes that hold: the innermost mode that knows the key decides. */
export function bindingOf(key: string, inModes: readonly Mode[]): KeyBinding | undefined {
  for (const mode of inModes) {
    const found = keymap.find((binding) => binding.modes.includes(mode) && binding.keys.includes(key));
    if (found !== undefined) return found;
  }
  return undefined;
}

const byId = new Map(actions.map((action) => [action.id, action]));

/** Every action of the texts has its row; a test holds it. */
export function actionOf(id: ActionId): WizardAction | undefined {
  return byId.get(id);
}

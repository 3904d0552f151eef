import type { HeaderProps } from '#components/header-bar.ts';
import type { Tab } from '#components/tab-bar.ts';
import type { MeshDiagnosis } from '#diagnosis/diagnosis.ts';
import type { Mark } from '#presentation/blocks.ts';
import { sanitizeLine } from '#presentation/sanitize.ts';
import { stepMark, verdictMark } from '#presentation/marks.ts';
import type { Texts } from '#i18n/texts.ts';
import type { ScreenId } from '#i18n/types/steps.ts';
import { currentMesh, shownFacts } from '../state/shown.ts';
import { screenIds, type WizardState } from '../state/state.ts';

/** The first line: where we are. `demo` and `file` are what was begun with. */
export function headerOf(
  state: WizardState,
  texts: Texts,
  options: { readonly demo?: string; readonly file?: string },
): HeaderProps {
  const words = texts.ui.header;
  const diagnosis = shownFacts(state)?.diagnosis;
  const mesh = currentMesh(state);
  const parts: string[] = [];
  // A snapshot of the demo stays one.
  const source = diagnosis?.source;
  const begunWith = state.context === undefined ? options.demo : options.demo && '';
  const demo = source?.kind === 'demo' ? (source.scenario ?? '') : begunWith;
  // A context that was just chosen stands there before it answers, and one that failed names itself.
  const context = source?.context ?? state.context ?? failedContext(state);
  if (context !== undefined) parts.push(`${words.context} ${sanitizeLine(context)}`);
  if (mesh !== undefined && isSeen(mesh.mesh)) {
    const { namespace, flavour, version } = mesh.mesh;
    const name = mesh.mesh.name === '' ? '?' : mesh.mesh.name;
    const meshes = diagnosis?.meshes ?? [];
    const which = meshes.length > 1 ? ` (${words.ofMeshes(meshes.indexOf(mesh) + 1, meshes.length)})` : '';
    parts.push(`${words.mesh} ${sanitizeLine(`${name} @ ${namespace}`)}${which}`);
    parts.push(version === '' ? flavour : sanitizeLine(`${flavour} v${version}`));
  }
  if (options.file !== undefined) parts.push(`${words.file} ${sanitizeLine(options.file)}`);
  return {
    title: 'osm-edge-doctor',
    parts,
    ...(demo === undefined ? {} : { badges: [`${words.demo} ${sanitizeLine(demo)}`, words.demo] }),
  };
}

function failedContext({ run }: WizardState): string | undefined {
  return run.kind === 'failed' && 'context' in run.problem ? run.problem.context : undefined;
}

/** Without a control plane, and before one is known, an identity stands for the place that was looked at alone. */
function isSeen({ name, presence, version }: MeshDiagnosis['mesh']): boolean {
  return presence === 'unknown' ? name !== '' || version !== '' : presence !== 'none';
}

export function tabsOf(state: WizardState, texts: Texts): readonly Tab[] {
  return screenIds.map((screen, index) => ({
    number: index + 1,
    word: texts.steps[screen].tab,
    mark: tabMark(state, screen),
  }));
}

function tabMark(state: WizardState, screen: ScreenId): Mark {
  const mesh = currentMesh(state, screen);
  if (mesh === undefined) {
    const verdict = shownFacts(state, screen)?.diagnosis.verdict;
    return verdict === undefined || screen !== 'verdict' ? unread(state) : verdictMark(verdict);
  }
  return screen === 'verdict' ? verdictMark(mesh.verdict) : stepMark(mesh.steps[screen].status);
}

function unread(state: WizardState): Mark {
  return state.run.kind === 'reading' ? 'pending' : 'unknown';
}

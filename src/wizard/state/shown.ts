import type { MeshDiagnosis } from '#diagnosis/diagnosis.ts';
import { type StepId, stepIds } from '#diagnosis/step.ts';
import type { ScreenId } from '#i18n/types/steps.ts';
import { meshIn } from './mesh-key.ts';
import type { Facts, WizardState } from './state.ts';

/**
 * What a screen shows. While everything is read a second time, a step keeps what the reading before said until all
 * of its own facts are there, and the verdict until the end: old and new never stand mixed.
 */
export function shownFacts(state: WizardState, screen: ScreenId = state.screen): Facts | undefined {
  const { data, run, whole } = state;
  if (run.kind !== 'reading' || data === undefined || whole === undefined) return data;
  if (screen === 'verdict') return data.diagnosis.verdict.soFar ? whole : data;
  const mesh = meshIn(data.diagnosis, state.mesh);
  return mesh === undefined || isAwaited(mesh, screen) ? whole : data;
}

/** The last verdict over everything: that of the reading before while one is under way. */
export function lastVerdict(state: WizardState): Facts | undefined {
  return shownFacts(state, 'verdict');
}

export function currentMesh(state: WizardState, screen: ScreenId = state.screen): MeshDiagnosis | undefined {
  return meshIn(shownFacts(state, screen)?.diagnosis, state.mesh);
}

function isAwaited({ steps }: MeshDiagnosis, step: StepId): boolean {
  return steps[step].checks.some(
    ({ gaps, status }) => status === 'pending' || gaps.some(({ observed }) => observed.state === 'pending'),
  );
}

/** The oldest fact of a screen that the last reading left as it was, and whether it left all; undefined for none. */
export function factsAge(
  { coverage, steps }: MeshDiagnosis,
  screen: ScreenId,
): { readonly readAt: string; readonly isAll: boolean } | undefined {
  const asked = new Set(
    screen === 'verdict' ? stepIds.flatMap((step) => steps[step].facts) : steps[screen].facts,
  );
  const rows = coverage.filter(({ fact, observed }) => asked.has(fact) && 'at' in observed);
  const kept = rows.flatMap((row) => row.kept ?? []).toSorted();
  const [readAt] = kept;
  return readAt === undefined ? undefined : { readAt, isAll: kept.length === rows.length };
}

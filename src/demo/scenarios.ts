import { unpackScenario } from './pack.ts';
import type { PackedScenario } from './pack.ts';
import type { Scenario } from './scenario.ts';
import { shiftTimes } from './shift-times.ts';
import { VARIANTS } from './variants.ts';

/** Each recording is a chunk of its own in the bundle: only the chosen one is read. */
const RECORDED = {
  '01-healthy': {
    title: 'a healthy mesh',
    load: () => import('./scenarios/01-healthy.json', { with: { type: 'json' } }),
  },
  '02-two-meshes': {
    title: 'a second mesh injected its sidecar into the control plane of the first',
    load: () => import('./scenarios/02-two-meshes.json', { with: { type: 'json' } }),
  },
  '03-liveness-503': {
    title: 'the liveness probe of osm-controller returns 503',
    load: () => import('./scenarios/03-liveness-503.json', { with: { type: 'json' } }),
  },
  '03b-readiness-503': {
    title: 'the readiness probe of osm-controller returns 503',
    load: () => import('./scenarios/03b-readiness-503.json', { with: { type: 'json' } }),
  },
  '04b-image-pull': {
    title: 'the image of osm-controller cannot be pulled',
    load: () => import('./scenarios/04b-image-pull.json', { with: { type: 'json' } }),
  },
  '05-injector-errors': {
    title: 'osm-injector logs thousands of errors and panics',
    load: () => import('./scenarios/05-injector-errors.json', { with: { type: 'json' } }),
  },
  '06b-crashloop-fatal': {
    title: 'osm-controller repeatedly exits with a fatal error',
    load: () => import('./scenarios/06b-crashloop-fatal.json', { with: { type: 'json' } }),
  },
} as const satisfies Record<string, { title: string; load: () => Promise<{ default: PackedScenario }> }>;

type RecordedName = keyof typeof RECORDED;

/** Asked for a scenario that does not exist. */
export class UnknownScenarioError extends Error {
  readonly asked: string;
  readonly known: readonly string[];

  constructor(asked: string, known: readonly string[]) {
    super(`unknown scenario ${JSON.stringify(asked)}; known: ${known.join(', ')}`);
    this.name = 'UnknownScenarioError';
    this.asked = asked;
    this.known = known;
  }
}

/** The scenarios there are: recordings first, then those made from them by hand. */
export function listScenarios(): { readonly name: string; readonly title: string }[] {
  return [
    ...Object.entries(RECORDED).map(([name, { title }]) => ({ name, title })),
    ...Object.entries(VARIANTS).map(([name, { title }]) => ({ name, title })),
  ];
}

/** The title of a recording, by the name of its folder. Used when recordings are converted. */
export function recordingTitle(name: string): string {
  return isRecorded(name) ? RECORDED[name].title : name;
}

/**
 * Reads a scenario and moves its time stamps so that it was recorded `now`.
 * @throws {UnknownScenarioError}
 */
export async function loadScenario(name: string, now: Date = new Date()): Promise<Scenario> {
  const scenario = await readScenario(name);
  return shiftTimes(scenario, now.getTime() - Date.parse(scenario.recordedAt));
}

/**
 * Reads a scenario with the time stamps of its recording.
 * @throws {UnknownScenarioError}
 */
export async function readScenario(name: string): Promise<Scenario> {
  if (isRecorded(name)) return unpackScenario((await RECORDED[name].load()).default);
  const variant = Object.hasOwn(VARIANTS, name) ? VARIANTS[name] : undefined;
  if (variant) return { ...variant.change(await readScenario(variant.from)), name, title: variant.title };
  throw new UnknownScenarioError(
    name,
    listScenarios().map((scenario) => scenario.name),
  );
}

function isRecorded(name: string): name is RecordedName {
  return Object.hasOwn(RECORDED, name);
}

import { unpackScenario, unpackScenarios } from './pack.ts';
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

/**
 * Cases that operators reported, rebuilt from 01-healthy. They are one chunk of the bundle, as they have almost
 * everything in common.
 */
const REPORTED: Readonly<Record<string, string>> = {
  'r1-webhook-timeout': 'the API server cannot reach osm-injector: no new application Pods',
  'r2-api-server-unreachable': 'the control plane cannot reach the API server',
  'r3-liveness-timeouts': 'osm-controller is too busy to answer its liveness probe in time',
  'r4-pod-security': 'the namespace enforces PodSecurity restricted',
  'r5-exec-format': 'the image of osm-bootstrap is built for another CPU architecture',
  'r6-init-dns': 'the cluster DNS does not resolve osm-bootstrap',
  'r7-disk-pressure': 'the node is under disk pressure: Pods are evicted',
  'r8-own-webhook': 'the control plane is enrolled in its own mesh and cannot start again',
};

/** A scenario, before it is read. */
export interface ScenarioEntry {
  readonly name: string;
  readonly title: string;
  /** Recorded on a real cluster; made from such a recording; rebuilt from a public report. */
  readonly kind: 'recorded' | 'variant' | 'reported';
}

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

/** All scenarios: recordings, those made from them by hand, reported cases. */
export function listScenarios(): readonly ScenarioEntry[] {
  return [
    ...Object.entries(RECORDED).map(([name, { title }]) => ({ name, title, kind: 'recorded' as const })),
    ...Object.entries(VARIANTS).map(([name, { title }]) => ({ name, title, kind: 'variant' as const })),
    ...Object.entries(REPORTED).map(([name, title]) => ({ name, title, kind: 'reported' as const })),
  ];
}

/** The title of a recording or reported case, by the name of its folder. Used when recordings are converted. */
export function recordingTitle(name: string): string {
  return listScenarios().find((scenario) => scenario.name === name)?.title ?? name;
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
  const reported = Object.hasOwn(REPORTED, name) ? await readReported(name) : undefined;
  if (reported) return reported;
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

async function readReported(name: string): Promise<Scenario | undefined> {
  const { default: packed } = await import('./scenarios/reported.json', { with: { type: 'json' } });
  return unpackScenarios(packed).find((scenario) => scenario.name === name);
}

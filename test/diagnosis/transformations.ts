import type { MeshDiagnosis } from '#diagnosis/diagnosis.ts';
import { diagnose } from '#diagnosis/diagnose.ts';
import type { Diagnosis } from '#diagnosis/diagnosis.ts';
import type { Observed } from '#snapshot/observed.ts';
import type { NamespaceFacts, Snapshot } from '#snapshot/snapshot.ts';
import { catalogue } from '#steps/catalogue.ts';
import { cases } from './cases/all.ts';
import { variants } from './variants/all.ts';

/** A snapshot to be changed, with a name for counterexamples. */
export interface Sample {
  readonly what: string;
  readonly snapshot: Snapshot;
}

/** Every case and every healthy variant; frozen, so that whoever writes into a snapshot throws. */
export const samples: readonly Sample[] = [...cases, ...variants].map(({ what, cluster }) => ({
  what,
  snapshot: frozen(cluster().snapshot()),
}));

export function frozen<T>(value: T): T {
  if (typeof value === 'object' && value !== null && !Object.isFrozen(value)) {
    Object.freeze(value);
    Object.values(value).forEach((inner) => {
      frozen(inner);
    });
  }
  return value;
}

export const diagnosed = (snapshot: Snapshot): Diagnosis => diagnose(snapshot, catalogue);

type Fact = Observed<unknown>;
type Change = (fact: Fact, place: string) => Fact;

/** Every fact of a snapshot changed; `place` names it, e.g. `osm-system/pods` or `cluster/apiResources/NAME`. */
export function mapFacts(snapshot: Snapshot, change: Change): Snapshot {
  const group = (facts: object, place: string): Record<string, unknown> =>
    Object.fromEntries(
      Object.entries(facts).map(([name, fact]) => {
        const here = `${place}/${name}`;
        const isRecord = ['apiResources', 'affectedWorkloads', 'nodes', 'probes', 'logs'].includes(name);
        return [name, isRecord ? group(fact as object, here) : change(fact as Fact, here)];
      }),
    );
  return {
    ...snapshot,
    cluster: group(snapshot.cluster, 'cluster') as Snapshot['cluster'],
    namespaces: Object.fromEntries(
      Object.entries(snapshot.namespaces).map(([name, facts]) => [
        name,
        group(facts, name) as unknown as NamespaceFacts,
      ]),
    ),
  };
}

/** The names of all facts of a snapshot but the server's version, which no check asks for. */
export function placesOf(snapshot: Snapshot): readonly string[] {
  const places: string[] = [];
  mapFacts(snapshot, (fact, place) => {
    places.push(place);
    return fact;
  });
  return places.filter((place) => place !== 'cluster/version');
}

/** What the diagnosis says, without tables, coverage and evidence: what must not depend on what else is there. */
export function essenceOf({ verdict, meshes }: Diagnosis): unknown {
  return {
    verdict,
    meshes: meshes.map((mesh) => ({
      mesh: mesh.mesh,
      verdict: mesh.verdict,
      findings: findingsOf(mesh).map(({ code, severity, subject, params }) => ({
        code,
        severity,
        subject,
        params,
      })),
      causes: mesh.causes.map(({ requires, supports, contradicts, effects, ...cause }) => ({
        ...cause,
        requires: requires.map(({ key }) => key),
        supports: supports.map(({ key }) => key),
        contradicts: contradicts.map(({ key }) => key),
        effects: effects.map(({ key }) => key),
      })),
    })),
  };
}

const findingsOf = (mesh: MeshDiagnosis) => Object.values(mesh.steps).flatMap(({ findings }) => findings);

/** Inside of a text, e.g. a message that names the end of a certificate. */
const instants = /\b\d{4}-\d\d-\d\dT\d\d:\d\d:\d\dZ/g;
const instant = /^\d{4}-\d\d-\d\dT\d\d:\d\d:\d\d(\.\d+)?Z$/;

/** Every time in a value moved by so many seconds; whoever wrote no fractions still writes none. */
export function shifted<T>(value: T, seconds: number): T {
  if (typeof value === 'string') {
    if (!instant.test(value))
      return value.replaceAll(instants, (time) => shifted(time, seconds)) as T & string;
    const moved = new Date(Date.parse(value) + seconds * 1000).toISOString();
    return (value.includes('.') ? moved : moved.replace(/\.\d+Z$/, 'Z')) as T;
  }
  if (Array.isArray(value)) return value.map((inner: unknown) => shifted(inner, seconds)) as T;
  if (typeof value !== 'object' || value === null) return value;
  return Object.fromEntries(Object.entries(value).map(([key, inner]) => [key, shifted(inner, seconds)])) as T;
}

/** The status of each check, by mesh namespace and check. */
export function checksOf({ meshes }: Diagnosis): ReadonlyMap<string, string> {
  return new Map(
    meshes.flatMap(({ mesh, steps: results }) =>
      Object.values(results).flatMap(({ checks }) =>
        checks.map(({ id, status }): [string, string] => [`${mesh.namespace} ${id}`, status]),
      ),
    ),
  );
}

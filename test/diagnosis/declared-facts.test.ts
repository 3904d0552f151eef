import { describe, expect, test } from 'vitest';
import type { StepInput } from '#diagnosis/check.ts';
import { findMeshes } from '#mesh/meshes.ts';
import { deploymentsScope, meshFacts } from '#mesh/mesh-facts.ts';
import { catalogue } from '#steps/catalogue.ts';
import { mapFacts, samples } from './transformations.ts';

const checks = Object.values(catalogue.steps).flatMap((step) =>
  step.checks.map((check) => ({ id: check.id, check, step })),
);

/** Facts that tell which of them were asked for. */
function watched<T extends object>(facts: T, asked: Set<string>): T {
  return new Proxy(facts, {
    get(target, key) {
      if (typeof key === 'string') asked.add(key);
      return Reflect.get(target, key) as unknown;
    },
    ownKeys() {
      throw new Error('all facts were asked for at once');
    },
  });
}

/** What a check asks for over every sample and each of its meshes. */
function askedBy({ check, step }: (typeof checks)[number]): ReadonlySet<string> {
  const asked = new Set<string>();
  // What stands in for the namespace is only asked for where that could not be read.
  const poorer = samples.map(({ snapshot }) =>
    mapFacts(snapshot, (fact, place) => (place.endsWith('/namespace') ? { state: 'pending' } : fact)),
  );
  for (const snapshot of [...samples.map((item) => item.snapshot), ...poorer]) {
    const meshes = findMeshes(snapshot);
    for (const mesh of meshes) {
      const input: StepInput = {
        mesh,
        meshes,
        facts: watched(meshFacts(snapshot, mesh.namespace), asked),
        deploymentsScope: deploymentsScope(snapshot, mesh.namespace),
        namespaces: snapshot.namespaces,
        readAt: snapshot.readAt,
      };
      check.run(input, step.observe?.(input));
    }
  }
  return asked;
}

describe('a check reads what it declares', () => {
  test.each(checks)('$id reads nothing else', (one) => {
    const declared = new Set<string>([...one.check.required, ...one.check.supporting]);
    const asked = askedBy(one);
    expect([...asked].filter((name) => !declared.has(name))).toEqual([]);
    expect(asked.size).toBeGreaterThan(0);
  });

  test.each(checks)('$id declares nothing for show', (one) => {
    const asked = askedBy(one);
    const declared: readonly string[] = [...one.check.required, ...one.check.supporting];
    expect(declared.filter((name) => !asked.has(name))).toEqual([]);
  });

  test('no two checks share an id', () => {
    const ids = checks.map(({ id }) => id);
    expect(new Set(ids).size).toBe(ids.length);
  });
});

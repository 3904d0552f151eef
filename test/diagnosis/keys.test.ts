import { describe, expect, test } from 'vitest';
import { keyOfFinding } from '#diagnosis/finding.ts';
import { catalogue, findingDefinition } from '#steps/catalogue.ts';
import { screens } from '../../src/cli/walk.ts';
import { buildFinding, buildInput, podSubject } from '../support/diagnosis-builder.ts';
import { diagnosed, samples, shifted } from './transformations.ts';

const twice = (keys: readonly string[]): readonly string[] =>
  keys.filter((key, index) => keys.indexOf(key) !== index);

describe('a key names one finding, one cause, one row', () => {
  test.each(samples)('in: $what', ({ snapshot }) => {
    const run = diagnosed(snapshot);
    for (const mesh of run.meshes) {
      expect(twice(Object.values(mesh.steps).flatMap((step) => step.findings.map(({ key }) => key)))).toEqual(
        [],
      );
      expect(twice(mesh.causes.map(({ key }) => key))).toEqual([]);
      for (const screen of Object.values(screens)) {
        const { rows } = screen(buildInput(mesh, { run }));
        expect(twice(rows.map(({ key }) => key))).toEqual([]);
      }
    }
  });
});

describe('a key is the same in the next run', () => {
  test.each(samples)('an hour later: $what', ({ snapshot }) => {
    const keys = (run: ReturnType<typeof diagnosed>): readonly string[] =>
      run.meshes.flatMap(({ steps, causes }) =>
        [...Object.values(steps).flatMap(({ findings }) => findings), ...causes].map(({ key }) => key),
      );
    expect(keys(diagnosed(shifted(snapshot, 3600)))).toEqual(keys(diagnosed(snapshot)));
  });

  test.each(samples)(
    'after the Pods were replaced, where the subject is a workload: $what',
    ({ snapshot }) => {
      const replaced = JSON.parse(
        JSON.stringify(snapshot).replaceAll(
          /(osm|fsm)-(controller|injector|bootstrap)-[a-z0-9]{6,10}-[a-z0-9]{5}\b/gu,
          '$1-$2-77777fffff-zzzzz',
        ),
      ) as typeof snapshot;
      const ofWorkloads = (of: typeof snapshot): readonly string[] =>
        diagnosed(of).meshes.flatMap(({ steps }) =>
          Object.values(steps)
            .flatMap(({ findings }) => findings)
            .filter(({ subject }) => !['Pod', 'ReplicaSet'].includes(subject.kind))
            .map(({ key }) => key),
        );
      const before = ofWorkloads(snapshot);
      // Several Pods of one name are one, so what counts them may change; the keys may not.
      expect(before).toEqual(expect.arrayContaining([...ofWorkloads(replaced)]));
    },
  );
});

describe('the identity of a finding', () => {
  test('is made of params that it has', () => {
    const wrong = Object.values(catalogue.steps).flatMap(({ findings }) =>
      Object.entries(findings).flatMap(([code, { examples, identity, similar = [] }]) =>
        [...identity, ...similar]
          .filter((param) => !(param in examples[0]))
          .map((param) => `${code}.${param}`),
      ),
    );
    expect(wrong).toEqual([]);
  });

  test.each([
    ['the port of a refused probe', 'probe-event-refused', { port: '9091' }, { port: '15901' }],
    ['the status of an answer', 'probe-event-status', { status: 503 }, { status: 404 }],
    ['the status of a live answer', 'probe-status', { status: 503 }, { status: 404 }],
  ] as const)('tells two apart by %s', (_, code, one, other) => {
    const [example] = findingDefinition(code).examples;
    const keyWith = (params: object): string =>
      keyOfFinding(
        { ...buildFinding(code, { ...example, ...params } as never), subject: podSubject() },
        findingDefinition(code),
      );
    expect(keyWith(one)).not.toBe(keyWith(other));
  });

  test('does not hold counts and times', () => {
    const [example] = findingDefinition('probe-event-refused').examples;
    const keyWith = (count: number): string =>
      buildFinding('probe-event-refused', { ...example, count } as never).key;
    expect(keyWith(3)).toBe(keyWith(400));
  });
});

import { describe, expect, test } from 'vitest';
import { servedKinds } from '#cluster/served-kinds.ts';
import { customResourceDefinition } from '#snapshot/custom-resource-definition.ts';
import type { Observed } from '#snapshot/observed.ts';

const at = '2026-11-23T09:00:00Z';

function crd(change: { served?: boolean; established?: string; metadata?: object } = {}) {
  const { served = true, established = 'True', metadata = {} } = change;
  return customResourceDefinition.parse({
    metadata: { name: 'trafficsplits.split.smi-spec.io', ...metadata },
    spec: {
      group: 'split.smi-spec.io',
      names: { kind: 'TrafficSplit', plural: 'trafficsplits' },
      versions: [
        { name: 'v1alpha4', served, storage: true },
        { name: 'v1alpha2', served: true, storage: false },
      ],
    },
    status: { conditions: [{ type: 'Established', status: established }] },
  });
}

const read = (value: ReturnType<typeof crd>[]): Observed<ReturnType<typeof crd>[]> => ({
  state: 'read',
  value,
  at,
});
const kindsOf = (crds: Parameters<typeof servedKinds>[2], kinds = ['TrafficSplit']) =>
  servedKinds('split.smi-spec.io/v1alpha4', kinds, crds);

describe('a CRD that is established and served', () => {
  test('tells that its kind is served, when it was read', () => {
    expect(kindsOf(read([crd()]))).toEqual({
      state: 'read',
      value: { groupVersion: 'split.smi-spec.io/v1alpha4', kinds: ['TrafficSplit'] },
      at,
    });
  });

  test.each([
    ['another kind is wanted, too', kindsOf(read([crd()]), ['TrafficSplit', 'Other'])],
    ['the version is not served', kindsOf(read([crd({ served: false })]))],
    ['it is not established', kindsOf(read([crd({ established: 'False' })]))],
    ['it is being deleted', kindsOf(read([crd({ metadata: { deletionTimestamp: at } })]))],
    ['its spec was not read', kindsOf(read([customResourceDefinition.parse({ metadata: { name: 'x' } })]))],
    ['there is none', kindsOf(read([]))],
    ['CRDs may not be read', kindsOf({ state: 'refused', verb: 'list', resource: 'x', group: 'y' })],
  ])('tells nothing where %s', (_why, fact) => {
    expect(fact).toBeUndefined();
  });
});

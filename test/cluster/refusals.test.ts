import { readFile } from 'node:fs/promises';
import { describe, expect, test } from 'vitest';
import { parseAllDocuments } from 'yaml';
import type { AccessRules, PolicyRule } from '../support/rbac.ts';
import type { RequestAttributes } from '#demo/request.ts';
import { findMeshes } from '#mesh/meshes.ts';
import { readFrom, served } from './connected.ts';
import { asFsm, control, facts, states } from './facts.ts';

describe('what may not be read is refused, and the rest goes on', () => {
  test('everything is forbidden: no fact is an answer, but for what everybody may read', async () => {
    const snapshot = await readFrom(await served({ rbac: { rules: [] } }));
    const { refused = 0, read = 0, ...others } = states(snapshot);
    expect(others).toEqual({});
    expect([refused, read]).toEqual([4 + 1 + 1 + 8 + 1, 4]);
    expect(control(snapshot).pods).toMatchObject({
      state: 'refused',
      verb: 'list',
      resource: 'pods',
      group: '',
      namespace: 'osm-system',
      message: expect.stringContaining('cannot list resource "pods"') as string,
    });
    expect(snapshot.cluster.deployments).toEqual({
      state: 'refused',
      verb: 'list',
      resource: 'deployments',
      group: 'apps',
      message: expect.stringContaining('at the cluster scope') as string,
    });
  });

  test.each([
    'pods',
    'events',
    'services',
    'namespaces',
    'replicasets',
    'meshconfigs',
    'customresourcedefinitions',
    'mutatingwebhookconfigurations',
  ])('only %s are forbidden', async (resource) => {
    const snapshot = await readFrom(
      await served({ deny: (request) => request.resource === resource && request.subresource === '' }),
    );
    const refused = Object.values(facts(snapshot)).filter(({ state }) => state === 'refused');
    expect(new Set(refused.map((fact) => (fact as { resource: string }).resource))).toEqual(
      new Set([resource]),
    );
    expect(states(snapshot)['read']).toBeGreaterThan(8);
  });

  test.each(['log', 'proxy'])('only pods/%s are forbidden', async (subresource) => {
    const snapshot = await readFrom(await served({ deny: (request) => request.subresource === subresource }));
    const expected = {
      state: 'refused',
      verb: 'get',
      resource: `pods/${subresource}`,
      group: '',
      namespace: 'osm-system',
    };
    const refused = Object.values(subresource === 'log' ? control(snapshot).logs : control(snapshot).probes);
    expect(refused.length).toBeGreaterThan(5);
    for (const fact of refused) expect(fact).toMatchObject(expected);
  });

  test('a reader of one namespace sees its control plane', async () => {
    const rules: PolicyRule[] = [{ apiGroups: ['*'], resources: ['*'], verbs: ['*'] }];
    const server = await served({ rbac: { namespaced: [{ namespace: 'osm-system', rules }] } });
    const snapshot = await readFrom(server, { target: { namespace: 'osm-system' } });
    expect(control(snapshot).deployments).toMatchObject({ state: 'read', value: { length: 3 } });
    expect(control(snapshot).namespace.state).toBe('read');
    expect(findMeshes(snapshot)).toMatchObject([
      { namespace: 'osm-system', presence: 'controller', version: '1.3.9' },
    ]);
  });

  test('docs/rbac.yaml is enough: nothing is refused', async () => {
    const rules = (await roles()).flatMap((role) => role.rules);
    expect(new Set(rules.flatMap(({ verbs }) => verbs))).toEqual(new Set(['get', 'list']));
    expect(JSON.stringify(rules)).not.toMatch(/secrets|portforward|\*/);
    for (const name of ['01-healthy', '03-liveness-503', '06b-crashloop-fatal']) {
      const server = await served({ name, rbac: await documentedAccess() });
      const snapshot = await readFrom(server);
      expect(states(snapshot)).not.toHaveProperty('refused');
      expect(server.requests.filter(({ status }) => status === 403)).toEqual([]);
    }
  });

  test('docs/rbac.yaml is needed: each of its rules is made use of', async () => {
    const used = new Set<string>();
    const deny = ({ verb, group, resource, subresource, isResource }: RequestAttributes): false => {
      const whole = subresource === '' ? resource : `${resource}/${subresource}`;
      if (isResource) used.add(`${verb} ${whole}.${group}`);
      return false;
    };
    const server = await served({ deny });
    for (const kind of ['ReplicaSet', 'StatefulSet', 'DaemonSet', 'Job']) {
      server.store.put('events', {
        metadata: { name: kind, namespace: 'bookstore' },
        involvedObject: { kind, name: 'shop', namespace: 'bookstore' },
        reason: 'FailedCreate',
      });
    }
    await readFrom(server);
    await readFrom(await served({ deny, withoutGroups: ['discovery.k8s.io'] }));
    const flomesh = await served({ deny });
    asFsm(flomesh);
    await readFrom(flomesh);
    const documented = (await roles())
      .flatMap((role) => role.rules)
      .flatMap(({ apiGroups, resources, verbs }) =>
        verbs.flatMap((verb) =>
          resources.flatMap((resource) => apiGroups.map((group) => `${verb} ${resource}.${group}`)),
        ),
      );
    expect([...used].toSorted()).toEqual([...new Set(documented)].toSorted());
  });
});

interface Role {
  readonly kind: string;
  readonly metadata: { readonly name: string };
  readonly rules: PolicyRule[];
}

/** The ClusterRoles of docs/rbac.yaml. */
async function roles(): Promise<readonly Role[]> {
  const rbac = await readFile(new URL('../../docs/rbac.yaml', import.meta.url), 'utf8');
  return parseAllDocuments(rbac)
    .map((document) => document.toJS() as Role)
    .filter(({ kind }) => kind === 'ClusterRole');
}

/** Who has them as the file binds them. */
async function documentedAccess(): Promise<AccessRules> {
  const all = await roles();
  const rulesOf = (name: string): PolicyRule[] =>
    all.find(({ metadata }) => metadata.name === name)?.rules ?? [];
  return {
    rules: rulesOf('osm-edge-doctor'),
    namespaced: [{ namespace: 'osm-system', rules: rulesOf('osm-edge-doctor-control-plane') }],
  };
}

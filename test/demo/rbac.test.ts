import { expect, test } from 'vitest';
import type { PolicyRule } from '../support/rbac.ts';
import { started } from './started.ts';

const rule = (
  resources: string[],
  verbs: string[],
  apiGroups = [''],
  resourceNames?: string[],
): PolicyRule => ({
  apiGroups,
  resources,
  verbs,
  ...(resourceNames && { resourceNames }),
});
const USER = 'User "system:serviceaccount:default:reader"';

test('what no rule allows is forbidden, in the words of the real server', async () => {
  const { get } = await started({ rbac: {} });
  const message = async (path: string): Promise<string> => {
    const { status, body } = await get(path);
    expect(body).toMatchObject({ kind: 'Status', status: 'Failure', reason: 'Forbidden', code: 403 });
    expect(status).toBe(403);
    return body.message;
  };
  expect(await message('/api/v1/namespaces/osm-system/pods')).toBe(
    `pods is forbidden: ${USER} cannot list resource "pods" in API group "" in the namespace "osm-system"`,
  );
  expect(await message('/api/v1/pods')).toBe(
    `pods is forbidden: ${USER} cannot list resource "pods" in API group "" at the cluster scope`,
  );
  expect(await message('/api/v1/pods?watch=true')).toContain('cannot watch resource "pods"');
  expect(await message('/apis/apps/v1/deployments')).toBe(
    `deployments.apps is forbidden: ${USER} cannot list resource "deployments" in API group "apps" at the cluster scope`,
  );
  expect(await message('/api/v1/namespaces/osm-system/pods/x/log')).toBe(
    `pods "x" is forbidden: ${USER} cannot get resource "pods/log" in API group "" in the namespace "osm-system"`,
  );
  expect(await message('/api/v1/namespaces/osm-system/pods/x:9091/proxy/healthz')).toBe(
    `pods "x:9091" is forbidden: ${USER} cannot get resource "pods/proxy" in API group "" in the namespace "osm-system"`,
  );
  expect((await get('/api/v1/namespaces/osm-system/pods')).body.details).toEqual({ kind: 'pods' });
  expect(await message('/apis/nope.io/v1/foos')).toContain('foos.nope.io is forbidden');
});

test('discovery and health are always allowed', async () => {
  const { get } = await started({ rbac: {} });
  for (const path of ['/version', '/api', '/apis', '/api/v1', '/apis/apps/v1', '/readyz']) {
    expect((await get(path)).status, path).toBe(200);
  }
});

test('a cluster role allows exactly what it says', async () => {
  const { get, pod } = await started({ rbac: { rules: [rule(['pods', 'pods/log'], ['get', 'list'])] } });
  const path = `/api/v1/namespaces/osm-system/pods/${pod('osm-bootstrap')}`;
  expect((await get('/api/v1/pods')).status).toBe(200);
  expect((await get(`${path}/log`)).status).toBe(200);
  expect((await get(`${path}:9091/proxy/healthz`)).status).toBe(403);
  expect((await get('/api/v1/pods?watch=1')).status).toBe(403);
  expect((await get('/api/v1/events')).status).toBe(403);
  expect((await get('/apis/events.k8s.io/v1/events')).status).toBe(403);
});

test('a role reaches as far as its namespace', async () => {
  const namespaced = [{ namespace: 'osm-system', rules: [rule(['*'], ['*'], ['*'])] }];
  const { get } = await started({ rbac: { namespaced } });
  expect((await get('/api/v1/namespaces/osm-system/pods')).status).toBe(200);
  expect((await get('/api/v1/namespaces/osm-system')).status).toBe(200);
  expect((await get('/api/v1/namespaces/bookstore/pods')).status).toBe(403);
  expect((await get('/api/v1/namespaces')).status).toBe(403);
});

test('resource names, wild cards and subresources of all', async () => {
  const rules = [
    rule(['deployments'], ['get', 'list'], ['apps'], ['osm-controller']),
    rule(['*/log'], ['get']),
  ];
  const { get, pod } = await started({ rbac: { user: 'jane', rules } });
  const deployments = '/apis/apps/v1/namespaces/osm-system/deployments';
  expect((await get(`${deployments}/osm-controller`)).status).toBe(200);
  expect((await get(`${deployments}?fieldSelector=metadata.name%3Dosm-controller`)).status).toBe(200);
  expect((await get(deployments)).status).toBe(403);
  const refused = await get(`${deployments}/osm-injector`);
  expect(refused.body.message).toMatch(
    /^deployments\.apps "osm-injector" is forbidden: User "jane" cannot get/,
  );
  expect((await get(`/api/v1/namespaces/osm-system/pods/${pod('osm-bootstrap')}/log`)).status).toBe(200);
});

test('single requests can be denied', async () => {
  const { get } = await started({
    deny: ({ resource, namespace }) => resource === 'events' && namespace !== '',
  });
  expect((await get('/api/v1/namespaces/osm-system/events')).status).toBe(403);
  expect((await get('/api/v1/events')).status).toBe(200);
});

test('a required token', async () => {
  const { get, url } = await started({ token: 'secret' });
  expect((await get('/version')).body).toMatchObject({
    message: 'Unauthorized',
    reason: 'Unauthorized',
    code: 401,
  });
  const response = await fetch(`${url}/api/v1/pods`, { headers: { Authorization: 'Bearer secret' } });
  expect(response.status).toBe(200);
});

import { expect, test } from 'vitest';
import { started } from './started.ts';

test('version and health', async () => {
  const { get } = await started();
  expect((await get('/version')).body).toMatchObject({ gitVersion: 'v1.32.13' });
  for (const path of ['/healthz', '/livez', '/readyz'])
    expect(await get(path)).toMatchObject({ status: 200, text: 'ok' });
});

test('the legacy documents list groups and resources', async () => {
  const { get } = await started();
  expect((await get('/api')).body).toMatchObject({ kind: 'APIVersions', versions: ['v1'] });
  expect((await get('/apis')).body.groups.map(({ name }) => name)).toContain('config.openservicemesh.io');
  expect((await get('/apis/apps')).body).toMatchObject({ kind: 'APIGroup', name: 'apps' });
  expect((await get('/api/v1')).body.resources.map(({ name }) => name)).toContain('pods/log');
  expect((await get('/apis/apps/v1')).body).toMatchObject({
    kind: 'APIResourceList',
    groupVersion: 'apps/v1',
  });
  expect((await get('/apis/apps/v7')).status).toBe(404);
});

test('the aggregated document has it all in one answer', async () => {
  const { get } = await started();
  const type = 'application/json;g=apidiscovery.k8s.io;v=v2;as=APIGroupDiscoveryList';
  const { body, headers } = await get('/apis', { Accept: `${type},application/json` });
  expect(headers.get('content-type')).toBe(type);
  expect(body.kind).toBe('APIGroupDiscoveryList');
  expect(body.items).toContainEqual(
    expect.objectContaining({
      metadata: { name: 'apps', creationTimestamp: null },
      versions: [
        expect.objectContaining({
          version: 'v1',
          resources: expect.arrayContaining([
            expect.objectContaining({
              resource: 'deployments',
              scope: 'Namespaced',
              singularResource: 'deployment',
              responseKind: { group: 'apps', version: 'v1', kind: 'Deployment' },
              shortNames: ['deploy'],
            }) as object,
          ]) as object[],
        }) as object,
      ],
    }) as object,
  );
});

test('a server can be without a group', async () => {
  const { get } = await started({ withoutGroups: ['config.openservicemesh.io'] });
  expect((await get('/apis')).body.groups.map(({ name }) => name)).not.toContain('config.openservicemesh.io');
  expect((await get('/apis/config.openservicemesh.io/v1alpha2/meshconfigs')).status).toBe(404);
});

import { describe, expect, test } from 'vitest';
import { diagnose } from '#diagnosis/diagnose.ts';
import { catalogue } from '#steps/catalogue.ts';
import {
  ago,
  healthyCluster,
  refusedFact,
  running,
  terminated,
  waiting,
} from '../support/cluster-builder.ts';
import { webhookOf } from '../support/webhook-objects.ts';
import {
  crashing,
  diagnosisOf,
  fatal,
  injectedBy2,
  killedAtStart,
  waitingForBootstrap,
} from './breakages.ts';

const rootsOf = (causes: ReturnType<typeof diagnosisOf>['causes']): readonly string[] =>
  causes.filter(({ effectOf }) => effectOf === undefined).map(({ code }) => code);

describe('several meshes', () => {
  test('each has its own troubles, and the worst one speaks for the run', () => {
    const first = healthyCluster().withContainer('injector', 'osm-injector', {
      restartCount: 1,
      lastState: terminated(137, 'OOMKilled', 300),
    });
    const second = crashing(healthyCluster({ name: 'osm2', namespace: 'osm-system-2' }), 'controller', [
      fatal('Error creating sidecar driver', 'something new'),
    ]);
    const [one, two] = [first.snapshot(), second.snapshot()];
    const both = {
      ...one,
      cluster: {
        ...one.cluster,
        deployments: joined(one.cluster.deployments, two.cluster.deployments),
        mutatingWebhooks: joined(one.cluster.mutatingWebhooks, two.cluster.mutatingWebhooks),
        validatingWebhooks: joined(one.cluster.validatingWebhooks, two.cluster.validatingWebhooks),
      },
      namespaces: { ...one.namespaces, ...two.namespaces },
    };
    const { meshes, verdict } = diagnose(both, catalogue);
    expect(
      meshes.map(({ mesh, causes, verdict: own }) => [mesh.name, own.exitCode, ...rootsOf(causes)]),
    ).toEqual([
      ['osm2', 3, 'process-ends'],
      ['osm', 2, 'out-of-memory'],
    ]);
    expect(verdict.exitCode).toBe(3);
  });

  test('the mesh that injects is healthy itself', () => {
    const cluster = injectedBy2('controller');
    expect(diagnosisOf(cluster).verdict.exitCode).toBe(3);
    expect(diagnosisOf(cluster, 'osm-system-2').verdict.exitCode).toBe(0);
  });

  test('the table of meshes names the controller pods of each', () => {
    const cluster = healthyCluster().withMesh('osm2', 'osm-system-2');
    for (const namespace of ['osm-system', 'osm-system-2']) {
      const { meshes } = diagnosisOf(cluster, namespace).steps['stray-sidecar'].detail;
      expect(meshes.map(({ name, controllerPods }) => [name, controllerPods])).toEqual([
        ['osm', ['osm-controller-cf6dd6785-aaaaa']],
        ['osm2', ['osm-controller-cf6dd6785-aaaaa']],
      ]);
    }
  });

  test('Deployments of one namespace do not show that a webhook elsewhere is stale', () => {
    const elsewhere = { ...healthyCluster().mesh, name: 'osm2', namespace: 'osm-system-2' };
    const cluster = healthyCluster()
      .withWebhook('mutating', webhookOf(elsewhere, 'mutatingWebhook'))
      .withTarget({ namespace: 'osm-system' });
    expect(rootsOf(diagnosisOf(cluster).causes)).toEqual(['stale-webhook-configuration']);
    const { deployments } = cluster.snapshot().cluster;
    const narrow = cluster
      .withFact('deployments', deployments)
      .withClusterFact('deployments', refusedFact('deployments', 'apps'));
    expect(rootsOf(diagnosisOf(narrow).causes)).toEqual([]);
  });
});

describe('since when', () => {
  test('a cause acts since the first of the events that show it', () => {
    expect(diagnosisOf(killedAtStart(healthyCluster(), 0)).causes[0]?.since).toBe(ago(560));
  });

  test('a cause that only logs show acts since the first sign of what it brings about', () => {
    const cluster = crashing(healthyCluster(), 'controller', ['unknown flag: --nonsense'], 2).withEvent(
      'controller',
      {
        reason: 'BackOff',
        message: 'Back-off restarting failed container',
        container: 'osm-controller',
        firstAgo: 500,
      },
    );
    expect(diagnosisOf(cluster).causes[0]?.since).toBe(ago(500));
  });

  test('that something is not there now says nothing about since when', () => {
    const { causes } = diagnosisOf(healthyCluster().withMeshConfig(undefined));
    expect(causes.map(({ code, since }) => [code, since])).toEqual([['mesh-config-missing', undefined]]);
  });

  test.each([
    ['a cause that shows a minute after its effect is its cause', 3060, 3000, ['image-not-pullable']],
    ['what begins long after it is none', 3000, 60, ['bootstrap-not-ready', 'image-not-pullable']],
  ] as const)('%s', (_what, waitsSince, pullFailsSince, roots) => {
    const cluster = waitingForBootstrap(healthyCluster())
      .withContainer('controller', 'init-osm-controller', { ready: false, state: running(waitsSince) })
      .withContainer('injector', 'init-osm-injector', { ready: false, state: running(waitsSince) })
      .notReady('bootstrap', { state: waiting('ImagePullBackOff', 'manifest unknown') })
      .withEvent('bootstrap', {
        reason: 'Failed',
        message: 'Failed to pull image "x": manifest unknown',
        container: 'osm-bootstrap',
        firstAgo: pullFailsSince,
        lastAgo: 5,
      });
    expect(rootsOf(diagnosisOf(cluster).causes).toSorted()).toEqual(roots);
  });
});

function joined<T>(a: T, b: T): T {
  const [one, two] = [a, b] as unknown as readonly { value: readonly unknown[] }[];
  return { ...a, value: [...(one?.value ?? []), ...(two?.value ?? [])] };
}

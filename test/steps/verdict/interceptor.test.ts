import { expect, test } from 'vitest';
import { diagnose } from '#diagnosis/diagnose.ts';
import type { MeshDiagnosis } from '#diagnosis/diagnosis.ts';
import { namespaceRequests } from '#cluster/plan.ts';
import { logKey } from '#snapshot/fact-keys.ts';
import { catalogue } from '#steps/catalogue.ts';
import { ClusterBuilder, klog, readAt } from '../../support/cluster-builder.ts';
import { logOf } from '../../support/log-lines.ts';

const pod = 'osm-interceptor-x7k2p';
const container = 'osm-interceptor';

/** A mesh in this namespace whose ebpf interceptor may not list what it watches (facts §9). */
function withInterceptor(namespace: string): MeshDiagnosis {
  const cluster = new ClusterBuilder({
    name: 'osm',
    namespace,
    flavour: 'osm-edge',
    version: '1.3.9',
    presence: 'controller',
  });
  const snapshot = cluster.snapshot();
  const refused = `reflector.go:140] pkg/mod/k8s.io/client-go@v0.26.0/tools/cache/reflector.go:169: Failed to watch *v1.Pod: failed to list *v1.Pod: pods is forbidden: User "system:serviceaccount:${namespace}:osm-interceptor" cannot list resource "pods" in API group "" at the cluster scope`;
  const log = logOf({ pod, container, previous: false, init: false }, [klog('E', refused)]);
  const own = snapshot.namespaces[namespace]!;
  const logs = {
    ...own.logs,
    [logKey(pod, container, false)]: { state: 'read', at: readAt, value: log } as const,
  };
  const whole = { ...snapshot, namespaces: { ...snapshot.namespaces, [namespace]: { ...own, logs } } };
  return diagnose(whole, catalogue).meshes[0]!;
}

test('an interceptor outside osm-system is bound to an account that is not its own', () => {
  const { causes, verdict } = withInterceptor('mesh-edge');
  const [root] = causes;
  expect(root?.code).toBe('rbac-missing');
  expect(root?.subject).toMatchObject({ kind: 'DaemonSet', name: 'osm-interceptor' });
  const commands = root?.remedy.map(({ argv }) => argv.join(' ')) ?? [];
  expect(commands[0]).toContain('--as=system:serviceaccount:mesh-edge:osm-interceptor');
  expect(commands[1]).toContain('patch clusterrolebinding/osm-interceptor');
  expect(commands[1]).toContain('"value":"mesh-edge"');
  expect(commands[2]).toContain('rollout restart daemonset/osm-interceptor');
  expect(verdict.exitCode).toBe(2);
});

test('in osm-system the binding is right, so what the release was installed with is applied again', () => {
  const commands = withInterceptor('osm-system').causes[0]?.remedy.map(({ argv }) => argv.join(' '));
  expect(commands?.[1]).toContain('helm get manifest osm --namespace osm-system');
});

test('its pods are asked for with those of the components, in the same request', () => {
  expect(decodeURIComponent(namespaceRequests('mesh-edge').pods.path)).toContain('osm-interceptor');
});

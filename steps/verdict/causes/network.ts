import { valueOf } from '#snapshot/observed.ts';
import { cause } from '#diagnosis/cause-rule.ts';
import { ofCode, pattern, workloadOf } from '#diagnosis/finding-pattern.ts';
import type { Finding } from '#diagnosis/finding.ts';
import type { RemedyStep } from '#diagnosis/remedy.ts';
import type { RuleContext } from '#diagnosis/rule-context.ts';
import type { TransportFailure } from '#steps/error-logs/api-requests.ts';
import { replicasOf } from '#steps/shared/replicas.ts';
import { silence } from './api.ts';
import { isBootstrapReady, waitsForBootstrap } from './bootstrap.ts';
import { kubectl, kubectlInNamespace, look } from './commands.ts';
import { byMesh, downSymptoms, lastWords, meshSubject, sortedUnique, workloadSubject } from './common.ts';
import { watch } from './restart.ts';

/** What the curl of an init container ran into (facts §2.4; curl's exit codes). */
export type BootstrapCallFailure =
  'dns' | 'no-service' | 'refused' | 'no-route' | 'timeout' | 'http' | 'tls' | 'closed' | 'unknown';

/** Causes on the way from Pods to the API server and to the bootstrap: the network, cluster DNS, Services. */
export const networkCauses = {
  'api-server-unreachable': cause<{
    host: string;
    failure: TransportFailure;
    workloads: string[];
    /** The one node that shows it while Pods on others do not; '' when there is none. */
    node: string;
  }>({
    id: 'OED560',
    stage: 'api-access',
    example: { host: '<host>:443', failure: 'refused', workloads: ['osm-controller'], node: '' },
    source: 'osm#4820, linkerd2#7350, #7251',
    requires: [pattern('log-api-unreachable', 'mesh')],
    supports: [
      pattern(['informers-stuck', 'mesh-fatal-event'], 'workload'),
      pattern('log-health-warning', 'workload', ({ params }) => params.subProbe === 'SMI'),
    ],
    explains: [
      ...downSymptoms,
      ...lastWords,
      pattern(['informers-stuck', 'log-smi-check-failed'], 'workload'),
      // What comes with it and has no error of its own.
      pattern(
        ['log-error', 'log-certificate-error', 'log-injection-error'],
        'workload',
        ({ params }) => params.error === '',
      ),
    ],
    leadsTo: [
      ...silence,
      { cause: 'liveness-answers-503', relation: 'mesh' },
      { cause: 'readiness-answers-503', relation: 'mesh' },
      { cause: 'bootstrap-not-ready', relation: 'mesh' },
      { cause: 'ca-secret-broken', relation: 'workload' },
      { cause: 'certificate-provider-failing', relation: 'workload' },
    ],
    group: byMesh,
    describe(anchors, context) {
      const failed = ofCode(anchors, 'log-api-unreachable');
      const named = failed.find(({ params }) => params.host !== '') ?? failed[0];
      if (named === undefined || isAnswered(failed, context)) return undefined;
      const workloads = [...sortedUnique(failed.map(({ subject }) => workloadOf(subject)))];
      const { host, failure } = named.params;
      return {
        subject: workloads.length === 1 ? workloadSubject(failed, context) : meshSubject(context),
        params: { host, failure, workloads, node: onlyNodeOf(failed, context) },
      };
    },
    remedy: ({ failure, workloads, node }, context, _subject, anchors) => [
      look(kubectl(context, '-n', 'default', 'get', 'endpointslices', 'kubernetes', '-o', 'wide'), {
        code: 'inspect-api-endpoints',
        params: {},
      }),
      networkPolicies(context),
      ...(failure === 'dns' ? dns(context) : [networkPods(context, node)]),
      ...(node === ''
        ? []
        : [look(kubectl(context, 'describe', 'node', node), { code: 'inspect-node', params: { node } })]),
      ...workloads
        .filter((workload) => isDown(workload, anchors))
        .map((workload) => watch(context, workload)),
    ],
  }),
  'bootstrap-unreachable': cause<{ failure: BootstrapCallFailure; service: string; init: string }>({
    id: 'OED561',
    stage: 'init-wait',
    example: { failure: 'dns', service: '<service>', init: 'init-osm-controller' },
    source: 'facts §2.4 (curl of the init containers); linkerd2#6899, osm PR#4138',
    requires: [
      pattern(
        'init-not-done',
        'mesh',
        // One that was never started called nobody.
        ({ params }) => waitsForBootstrap(params.container) && params.state !== 'waiting',
      ),
    ],
    supports: [pattern('log-init-wait', 'mesh')],
    explains: [...downSymptoms, pattern(['log-init-wait', 'init-not-done'], 'mesh')],
    leadsTo: [
      { cause: 'probe-endpoint-unreachable', relation: 'workload' },
      { cause: 'not-ready-unexplained', relation: 'workload' },
      { cause: 'process-ends', relation: 'workload' },
      { cause: 'logged-errors', relation: 'workload' },
    ],
    group: byMesh,
    describe: (anchors, context) =>
      isBootstrapReady(context)
        ? {
            subject: meshSubject(context),
            params: {
              failure: callFailure(anchors, context),
              service: context.flavour.services.bootstrap,
              init: sortedUnique(ofCode(anchors, 'init-not-done').map(({ params }) => params.container)).join(
                ', ',
              ),
            },
          }
        : undefined,
    remedy: ({ failure, service }, context, _subject, anchors) => [
      ...(failure === 'dns' ? dns(context) : [showService(service, context)]),
      ...(['dns', 'no-service'].includes(failure) ? [] : [endpointsOf(service, context)]),
      ...(failure === 'no-service' ? [] : [networkPolicies(context)]),
      ...sortedUnique(anchors.map(({ subject }) => workloadOf(subject))).map((workload) =>
        watch(context, workload),
      ),
    ],
  }),
};

/** A process that works, and that the API server answers (a refusal is an answer), reaches it but for single requests. */
function isAnswered(failed: readonly Finding[], { findings }: RuleContext): boolean {
  const answers = findings.filter(
    ({ code, severity }) =>
      severity !== 'info' && (code === 'log-forbidden' || code === 'log-missing-resource'),
  );
  const answered = new Set(answers.map(({ subject }) => workloadOf(subject)));
  return failed.every(
    ({ severity, subject }) => severity !== 'critical' && answered.has(workloadOf(subject)),
  );
}

/** Cluster DNS, whichever server it is, carries this label and has this Service (kubernetes/dns). */
function dns(context: RuleContext): readonly RemedyStep[] {
  const purpose = { code: 'inspect-dns', params: {} } as const;
  return [
    look(
      kubectl(context, '-n', 'kube-system', 'get', 'pods', '-l', 'k8s-app=kube-dns', '-o', 'wide'),
      purpose,
    ),
    look(kubectl(context, '-n', 'kube-system', 'logs', '-l', 'k8s-app=kube-dns', '--tail=50'), {
      code: 'inspect-dns-logs',
      params: {},
    }),
  ];
}

/** Network plugin and kube-proxy run in kube-system, one Pod on each node. */
function networkPods(context: RuleContext, node: string): RemedyStep {
  const onNode = node === '' ? [] : [`--field-selector=spec.nodeName=${node}`];
  return look(kubectl(context, '-n', 'kube-system', 'get', 'pods', '-o', 'wide', ...onNode), {
    code: 'inspect-network-pods',
    params: {},
  });
}

function networkPolicies(context: RuleContext): RemedyStep {
  return look(kubectlInNamespace(context, 'get', 'networkpolicy'), {
    code: 'inspect-network-policies',
    params: { namespace: context.mesh.namespace },
  });
}

function showService(service: string, context: RuleContext): RemedyStep {
  return look(kubectlInNamespace(context, 'get', 'service', service, '-o', 'wide'), {
    code: 'inspect-service',
    params: { service },
  });
}

function endpointsOf(service: string, context: RuleContext): RemedyStep {
  const selector = `kubernetes.io/service-name=${service}`;
  return look(kubectlInNamespace(context, 'get', 'endpointslices', '-l', selector), {
    code: 'inspect-endpoints',
    params: { service },
  });
}

/** No replica of the workload is Ready, as the findings of its Pods say. */
function isDown(workload: string, anchors: readonly Finding[]): boolean {
  return anchors.some(({ subject, severity }) => workloadOf(subject) === workload && severity === 'critical');
}

/** The node that all Pods with the finding are on, when Pods on other nodes do not have it. */
function onlyNodeOf(findings: readonly Finding[], { mesh, facts }: RuleContext): string {
  const active = (replicasOf(mesh, facts.pods) ?? []).filter(({ isActive }) => isActive);
  const nodesOf = (isHit: boolean): readonly string[] =>
    sortedUnique(
      active
        .filter(({ name }) => findings.some(({ subject }) => subject.name === name) === isHit)
        .flatMap(({ pod }) => pod.spec.nodeName ?? []),
    );
  const [node = '', ...more] = nodesOf(true);
  const others = nodesOf(false);
  return more.length === 0 && others.length > 0 && !others.includes(node) ? node : '';
}

const exitCodes: ReadonlyMap<number, BootstrapCallFailure> = new Map([
  [5, 'dns'],
  [6, 'dns'],
  [7, 'refused'],
  [22, 'http'],
  [28, 'timeout'],
  [35, 'tls'],
  [51, 'tls'],
  [52, 'closed'],
  [56, 'closed'],
  [58, 'tls'],
  [60, 'tls'],
]);

/** What the init containers ran into: their own last words first, then the exit code. */
function callFailure(anchors: readonly Finding[], context: RuleContext): BootstrapCallFailure {
  const { bootstrap } = context.flavour.services;
  const services = context.facts.services;
  const names = (valueOf(services) ?? []).map(({ metadata }) => metadata.name);
  if (services.state === 'read' && !names.includes(bootstrap)) return 'no-service';
  const said = ofCode(context.findings, 'log-init-wait')
    .filter(({ severity }) => severity !== 'info')
    .map(({ params }) => params.message);
  if (said.some((message) => /no route to host|network is unreachable/i.test(message))) return 'no-route';
  const codes = [
    ...said.map((message) => Number(/^curl: \((\d+)\)/.exec(message)?.[1])),
    ...ofCode(anchors, 'init-not-done').map(({ params }) => params.exitCode),
  ];
  return codes.flatMap((code) => exitCodes.get(code) ?? [])[0] ?? 'unknown';
}

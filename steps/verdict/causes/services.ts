import { valueOf } from '#snapshot/observed.ts';
import { cause } from '#diagnosis/cause-rule.ts';
import { ofCode, pattern, workloadOf } from '#diagnosis/finding-pattern.ts';
import type { Finding } from '#diagnosis/finding.ts';
import type { RemedyStep } from '#diagnosis/remedy.ts';
import type { RuleContext } from '#diagnosis/rule-context.ts';
import { isBootstrapReady, waitsForBootstrap } from './bootstrap.ts';
import { change, kubectlInNamespace, look } from './commands.ts';
import { byMesh, downSymptoms, meshSubject, sortedUnique } from './common.ts';
import { dns, endpointsOf, networkPolicies, showService } from './network-commands.ts';
import { watch } from './restart.ts';

/** What the curl of an init container ran into (facts §2.4; curl's exit codes). */
export type BootstrapCallFailure =
  'dns' | 'no-service' | 'refused' | 'no-route' | 'timeout' | 'http' | 'tls' | 'closed' | 'unknown';

/** Causes between the Pods of the control plane: its Services, and the way to the bootstrap. */
export const serviceCauses = {
  'service-selector-edited': cause<{ service: string; selector: string }>({
    id: 'OED567',
    stage: 'init-wait',
    example: { service: '<service>', selector: '<key>=<value>' },
    source: 'facts §1.1 (the chart selects by the label app)',
    requires: [pattern('service-selects-nothing', 'mesh')],
    explains: [],
    proof: true,
    leadsTo: [
      { cause: 'bootstrap-unreachable', relation: 'mesh' },
      { cause: 'not-ready-unexplained', relation: 'workload' },
    ],
    group: ({ subject }) => subject.name,
    describe(anchors) {
      const found = ofCode(anchors, 'service-selects-nothing')[0];
      return found && { subject: found.subject, params: { ...found.params } };
    },
    remedy: ({ service }, context, subject) => [
      look(kubectlInNamespace(context, 'get', 'pods', '-l', `app=${workloadOf(subject)}`, '--show-labels'), {
        code: 'inspect-labels',
        params: { workload: workloadOf(subject) },
      }),
      setSelector(context, service, workloadOf(subject)),
      endpointsOf(service, context),
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

/** Sets the whole selector: what a hand added to it goes, too. */
function setSelector(context: RuleContext, service: string, workload: string): RemedyStep {
  const patch = [{ op: 'add', path: '/spec/selector', value: { app: workload } }];
  return change(
    kubectlInNamespace(context, 'patch', 'service', service, '--type=json', '-p', JSON.stringify(patch)),
    { code: 'restore-selector', params: { service, selector: `app=${workload}` } },
    [{ code: 'changes-workload', params: { workload: `service/${service}` } }],
  );
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

import type { Diagnosis } from '#diagnosis/diagnosis.ts';
import type { Finding } from '#diagnosis/finding.ts';
import {
  buildCause,
  buildCheck,
  buildCoverage,
  buildFinding,
  buildMeshDiagnosis,
  buildRemedyStep,
  buildRun,
  buildStep,
  buildStraySidecar,
  openCheck,
  podSubject,
  pods,
  readAt,
} from '../support/diagnosis-builder.ts';

const kubectl = ['kubectl', '--context', 'prod-tokyo'];
const refused = {
  state: 'refused',
  verb: 'list',
  resource: 'events',
  group: '',
  namespace: 'osm-system',
} as const;

/** The recording 02 in small: mesh osm2 injected into the control plane of osm, whose namespace is enrolled in it. */
export function sampleRun(parts: Partial<Diagnosis> = {}): Diagnosis {
  const sidecars = [
    buildStraySidecar(),
    buildStraySidecar({ subject: podSubject(pods.injector, { workload: 'osm-injector' }) }),
  ];
  const enrolled = buildFinding(
    'namespace-enrolled',
    {
      mesh: 'osm2',
      injection: 'enabled',
      injectionEnabled: true,
      setBy: 'kubectl-label',
      setAt: '2026-11-03T11:40:00Z',
    },
    {
      subject: { mesh: 'osm', kind: 'Namespace', name: 'osm-system' },
      evidence: [
        {
          fact: 'enrolledNamespaces',
          at: 'Namespace/osm-system metadata.labels[openservicemesh.io/monitored-by]',
          quote: 'osm2',
        },
      ],
    },
  );
  return buildRun([sickMesh(sidecars, enrolled), healthyMesh()], {
    source: { kind: 'live', context: 'prod-tokyo', server: 'https://203.0.113.7:6443' },
    ...parts,
  });
}

function sickMesh(sidecars: readonly Finding[], enrolled: Finding): Diagnosis['meshes'][number] {
  const subject = podSubject();
  return buildMeshDiagnosis({
    verdict: { status: 'critical', exitCode: 3 },
    causes: [
      buildCause(
        'injected-by-other-mesh',
        {
          injector: 'osm2',
          injectorNamespace: 'osm-system-2',
          workloads: ['osm-controller', 'osm-injector'],
          enrolled: true,
        },
        {
          confidence: 'certain',
          since: '2026-11-03T11:40:00Z',
          requires: sidecars,
          supports: [enrolled],
          remedy: remedy(),
        },
      ),
    ],
    steps: {
      'stray-sidecar': buildStep('stray-sidecar', {
        status: 'critical',
        findings: [...sidecars, enrolled],
        checks: [buildCheck('containers', { status: 'found', looked: 3 })],
      }),
      'pod-events': buildStep('pod-events', {
        status: 'not-checked',
        checks: [openCheck('events', 'events', refused)],
      }),
    },
    coverage: [buildCoverage(), buildCoverage({ fact: 'events', state: 'refused', observed: refused })],
    timeline: [
      {
        at: '2026-11-03T11:40:00Z',
        kind: 'label-change',
        subject: { mesh: 'osm', kind: 'Namespace', name: 'osm-system' },
        text: 'openservicemesh.io/monitored-by=osm2 (kubectl-label)',
        count: 1,
      },
      { at: '2026-11-03T11:55:00Z', kind: 'container-start', subject, text: 'sidecar', count: 1 },
      {
        at: '2026-11-03T11:56:10Z',
        kind: 'probe-failure',
        subject,
        text: 'Unhealthy: Readiness probe failed: HTTP probe failed with statuscode: 503',
        count: 14,
        until: '2026-11-03T11:59:40Z',
      },
    ],
  });
}

function healthyMesh(): Diagnosis['meshes'][number] {
  return buildMeshDiagnosis({ mesh: { name: 'osm2', namespace: 'osm-system-2' } });
}

function remedy(): ReturnType<typeof buildRemedyStep>[] {
  return [
    buildRemedyStep({
      equivalent: [
        [...kubectl, 'label', 'namespace', 'osm-system', 'openservicemesh.io/monitored-by-'],
        [...kubectl, 'annotate', 'namespace', 'osm-system', 'openservicemesh.io/sidecar-injection-'],
      ],
      changes: [
        {
          code: 'removes-labels-and-annotations',
          params: { keys: ['openservicemesh.io/monitored-by', 'openservicemesh.io/sidecar-injection'] },
        },
        { code: 'drops-ignore-label', params: {} },
      ],
      before: [
        {
          code: 'label-owner',
          params: { manager: 'kubectl-label', time: '2026-11-03T11:40:00Z' },
          answer: 'known',
        },
      ],
    }),
    buildRemedyStep({
      argv: [
        ...kubectl,
        '-n',
        'osm-system',
        'rollout',
        'restart',
        'deployment/osm-controller',
        'deployment/osm-injector',
      ],
      purpose: {
        code: 'restart-workloads',
        params: { workloads: ['osm-controller', 'osm-injector'] },
      },
      changes: [{ code: 'restarts-pods', params: { workloads: ['osm-controller', 'osm-injector'] } }],
      before: [
        {
          code: 'webhook-dead-lock',
          params: { webhook: 'osm-inject.k8s.io' },
          answer: 'check-first',
          command: [...kubectl, 'get', 'mutatingwebhookconfigurations'],
        },
      ],
    }),
  ];
}

/** The same run from the demo. */
export function demoRun(): Diagnosis {
  return sampleRun({
    source: {
      kind: 'demo',
      scenario: '02-two-meshes',
      context: 'demo-02-two-meshes',
      server: 'http://127.0.0.1:1',
    },
  });
}

/** A run in which a cluster says `words` wherever it can: names, evidence, tables, events, the timeline. */
export function runThatSays(words: string): Diagnosis {
  const subject = podSubject(words);
  const finding = buildStraySidecar({ subject });
  const said = { ...finding, evidence: [{ fact: 'events', at: words, quote: words, time: readAt }] };
  return buildRun(
    [
      buildMeshDiagnosis({
        mesh: { name: words, namespace: words, version: words },
        verdict: { status: 'critical', exitCode: 3 },
        causes: [
          buildCause(
            'injected-by-other-mesh',
            { injector: words, injectorNamespace: words, workloads: [words], enrolled: true },
            { subject, requires: [said], remedy: [buildRemedyStep({ argv: ['kubectl', words] })] },
          ),
        ],
        steps: {
          'stray-sidecar': buildStep('stray-sidecar', { status: 'critical', findings: [said] }),
          'pod-events': buildStep('pod-events', {
            status: 'not-checked',
            checks: [
              openCheck('events', 'events', {
                state: 'failed',
                error: { kind: 'network', message: words },
              }),
            ],
            detail: {
              events: [{ type: words, reason: words, count: 2, from: words, object: words, message: words }],
            },
          }),
        },
        timeline: [{ at: '2026-11-03T11:00:00Z', kind: 'event', subject, text: words, count: 3 }],
      }),
    ],
    { source: { kind: 'live', context: words, server: words } },
  );
}

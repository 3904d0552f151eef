import { join } from 'node:path';
import { describe, expect, test } from 'vitest';
import { diagnoseSnapshot } from '../../src/cli/diagnose.ts';
import { readSnapshot, writeSnapshot } from '#cluster/snapshot-file.ts';
import { listScenarios } from '#demo/scenarios.ts';
import type { CauseCode } from '#diagnosis/cause-catalogue.ts';
import type { StepId } from '#diagnosis/finding.ts';
import type { FindingCode } from '#diagnosis/finding-catalogue.ts';
import type { VerdictStatus } from '#diagnosis/diagnosis.ts';
import { headline } from '#document/headline.ts';
import { rootCauses } from '#document/related.ts';
import { remedyLine } from '#document/shell.ts';
import { textsOf } from '#language/all.ts';
import { languages } from '#language/texts.ts';
import type { MeshErrorName } from '#mesh/error-codes.ts';
import { temporaryFolder } from '../cluster/connected.ts';
import { recordingsReadOnce, type Recording, screenText, worstMesh } from './read.ts';

interface Expected {
  readonly name: string;
  readonly exitCode: 0 | 2 | 3 | 4;
  /** Why it ends with that status. */
  readonly because: string;
  readonly status: VerdictStatus;
  /** Root causes of the worst mesh in their order: code, severity, confidence, subject. */
  readonly roots: readonly (readonly [CauseCode, string, string, string])[];
  /** Findings above info, by step, without repetitions. */
  readonly findings: Partial<Record<StepId, readonly FindingCode[]>>;
}

const table: readonly Expected[] = [
  {
    name: '01-healthy',
    exitCode: 0,
    because: 'every check was made, and one-off FailedMount events of Pods that became Ready are noise',
    status: 'healthy',
    roots: [],
    findings: {},
  },
  {
    name: '02-two-meshes',
    exitCode: 3,
    because: 'a foreign sidecar sits in the control plane, although every probe passes',
    status: 'critical',
    roots: [['injected-by-other-mesh', 'critical', 'certain', 'Namespace/osm-system']],
    findings: { 'stray-sidecar': ['stray-sidecar', 'namespace-enrolled'] },
  },
  {
    name: '03-liveness-503',
    exitCode: 3,
    because: 'the kubelet restarts the controller in a loop, although it is Ready at the moment',
    status: 'critical',
    roots: [['liveness-answers-503', 'critical', 'certain', 'Deployment/osm-controller']],
    findings: {
      health: ['probe-status', 'restarted-before'],
      'pod-events': ['probe-event-status', 'killed-by-liveness'],
      'error-logs': ['log-health-warning'],
    },
  },
  {
    name: '03b-readiness-503',
    exitCode: 3,
    because: 'the controller has no Ready replica, and the Services in front of it have nobody to send to',
    status: 'critical',
    roots: [['readiness-answers-503', 'critical', 'certain', 'Deployment/osm-controller']],
    findings: {
      health: ['component-down', 'replica-not-ready', 'probe-status', 'service-without-endpoints'],
      'pod-events': ['probe-event-status'],
      'error-logs': ['log-health-warning'],
    },
  },
  {
    name: '04b-image-pull',
    exitCode: 3,
    because: 'the controller cannot start: its image does not exist',
    status: 'critical',
    roots: [['image-not-pullable', 'critical', 'certain', 'Deployment/osm-controller']],
    findings: {
      health: ['component-down', 'replica-not-ready', 'probe-refused', 'service-without-endpoints'],
      'pod-events': ['image-pull'],
    },
  },
  {
    name: '05-injector-errors',
    exitCode: 2,
    because: 'the injector logs errors and recovers from panics, and all components are Ready',
    status: 'warning',
    roots: [
      ['rbac-missing', 'warning', 'likely', 'Deployment/osm-injector'],
      ['logged-errors', 'warning', 'certain', 'Deployment/osm-injector'],
    ],
    findings: {
      'error-logs': ['recovered-panic', 'log-forbidden', 'log-certificate-error', 'log-injection-error'],
    },
  },
  {
    name: '06b-crashloop-fatal',
    exitCode: 3,
    because: 'the controller ends with a fatal error over and over, for want of its CA Secret',
    status: 'critical',
    roots: [['ca-secret-broken', 'critical', 'certain', 'Deployment/osm-controller']],
    findings: {
      health: ['component-down', 'replica-not-ready', 'probe-refused', 'service-without-endpoints'],
      'pod-events': ['crash-loop', 'container-terminated'],
      'error-logs': ['log-fatal', 'log-certificate-error'],
    },
  },
  {
    name: '10-no-mesh',
    exitCode: 4,
    because: 'there is no control plane that could be checked',
    status: 'no-control-plane',
    roots: [],
    findings: {},
  },
  {
    name: '11-scaled-to-zero',
    exitCode: 3,
    because: 'somebody scaled the controller to no replica at all',
    status: 'critical',
    roots: [['scaled-to-zero', 'critical', 'certain', 'Deployment/osm-controller']],
    findings: { health: ['scaled-to-zero', 'service-without-endpoints'] },
  },
  {
    name: '12-oom-killed',
    exitCode: 3,
    because: 'the kernel kills the controller for its memory, over and over',
    status: 'critical',
    roots: [['out-of-memory', 'critical', 'certain', 'Deployment/osm-controller']],
    findings: {
      health: ['component-down', 'replica-not-ready', 'probe-refused', 'service-without-endpoints'],
      'pod-events': ['crash-loop', 'out-of-memory'],
    },
  },
  {
    name: '13-unschedulable',
    exitCode: 3,
    because: 'no node has room for the controller',
    status: 'critical',
    roots: [['node-resources', 'critical', 'certain', 'Deployment/osm-controller']],
    findings: {
      health: ['component-down', 'replica-not-ready', 'service-without-endpoints'],
      'pod-events': ['unschedulable'],
    },
  },
];

const recording = recordingsReadOnce();

function rootsOf({ diagnosis }: Recording) {
  return rootCauses(worstMesh(diagnosis).causes);
}

function findingsOf({ diagnosis }: Recording) {
  return Object.values(worstMesh(diagnosis).steps).flatMap(({ findings }) => findings);
}

/** The commands of the first root cause, as they are shown. */
function commandsOf(read: Recording): readonly string[] {
  return (rootsOf(read)[0]?.remedy ?? []).map((step) => remedyLine(step, read.diagnosis));
}

test('every scenario there is stands in the table', () => {
  expect(table.map(({ name }) => name)).toEqual(listScenarios().map(({ name }) => name));
});

describe.each(table)('$name ends with $exitCode: $because', ({ exitCode, findings, name, roots, status }) => {
  test('verdict, root causes and findings', async () => {
    const read = await recording(name);
    expect(read.diagnosis.verdict).toEqual({ status, exitCode, soFar: false });
    expect(
      rootsOf(read).map(({ code, confidence, severity, subject }) => [
        code,
        severity,
        confidence,
        `${subject.kind}/${subject.name}`,
      ]),
    ).toEqual(roots);
    const { steps } = worstMesh(read.diagnosis);
    const told = Object.fromEntries(
      Object.values(steps).flatMap(({ findings: found, step }) => {
        const codes = found.filter(({ severity }) => severity !== 'info').map(({ code }) => code);
        return codes.length === 0 ? [] : [[step, [...new Set(codes)]]];
      }),
    );
    expect(told).toEqual(findings);
  });

  test('every finding above info is explained by a root cause', async () => {
    const read = await recording(name);
    const causes = worstMesh(read.diagnosis).causes;
    const explained = new Set(
      causes.flatMap(({ effects, requires, supports }) => [...effects, ...requires, ...supports]),
    );
    const unexplained = findingsOf(read).filter(
      (found) => found.severity !== 'info' && !explained.has(found),
    );
    expect(unexplained.map(({ code, subject }) => `${code} ${subject.name}`)).toEqual([]);
  });

  test('a saved snapshot gives the same diagnosis', async () => {
    const { diagnosis, snapshot } = await recording(name);
    const file = join(await temporaryFolder(), 'snapshot.json');
    await writeSnapshot(snapshot, file);
    expect(diagnoseSnapshot(await readSnapshot(file))).toEqual(diagnosis);
  });

  test('it is read with GET alone, and at most 16 requests a mesh besides logs and probes', async () => {
    const { diagnosis, requests } = await recording(name);
    expect(new Set(requests.map(({ method }) => method))).toEqual(new Set(['GET']));
    const asked = requests.filter(({ path }) => !/\/(?:log|proxy)(?:\/|$)/.test(path));
    // Where no control plane tells the family of its labels, enrolled namespaces are looked for by both.
    const more = status === 'no-control-plane' ? 1 : 0;
    expect(asked.length).toBeLessThanOrEqual(16 * diagnosis.meshes.length + more);
  });
});

describe('01-healthy', () => {
  test('its FailedMount events are told as what they are: noise', async () => {
    const read = await recording('01-healthy');
    const found = findingsOf(read);
    expect(found.map(({ code, severity }) => `${code} ${severity}`)).toEqual(
      Array.from({ length: 3 }, () => 'transient-event info'),
    );
    expect(screenText(read.diagnosis, 'pod-events')).toContain('FailedMount');
  });
});

describe('02-two-meshes', () => {
  test('osm2 is named as the injector of all three workloads', async () => {
    const read = await recording('02-two-meshes');
    expect(rootsOf(read)[0]?.params).toEqual({
      injector: 'osm2',
      injectorNamespace: 'osm-system-2',
      enrolled: true,
      workloads: ['osm-bootstrap', 'osm-controller', 'osm-injector'],
    });
    const injected = findingsOf(read).flatMap((found) => (found.code === 'stray-sidecar' ? [found] : []));
    expect(injected.map(({ params, subject }) => [subject.workload, params.injector])).toEqual([
      ['osm-bootstrap', 'osm2'],
      ['osm-controller', 'osm2'],
      ['osm-injector', 'osm2'],
    ]);
  });

  test('remove, guard, restart of exactly those three, and watch each', async () => {
    const onCluster = 'kubectl --context demo-02-two-meshes -n osm-system';
    expect(commandsOf(await recording('02-two-meshes')).map((line) => line.replace('  # DEMO', ''))).toEqual([
      'osm namespace remove osm-system --mesh-name osm2',
      'osm namespace ignore osm-system',
      `${onCluster} rollout restart deployment/osm-bootstrap deployment/osm-controller deployment/osm-injector`,
      `${onCluster} rollout status deployment/osm-bootstrap`,
      `${onCluster} rollout status deployment/osm-controller`,
      `${onCluster} rollout status deployment/osm-injector`,
    ]);
  });

  test('the mesh that injected is healthy itself', async () => {
    const { diagnosis } = await recording('02-two-meshes');
    expect(diagnosis.meshes.map(({ mesh, verdict }) => [mesh.name, verdict.status])).toEqual([
      ['osm', 'critical'],
      ['osm2', 'healthy'],
    ]);
  });
});

describe.each(languages)('what 503 means is said (%s)', (language) => {
  const { probes } = textsOf(language).steps;

  test.each([
    ['03-liveness-503', probes['controller-alive'], '/health/alive'],
    ['03b-readiness-503', probes['controller-ready'], '/health/ready'],
  ])('%s', async (name, meaning, path) => {
    const { diagnosis } = await recording(name);
    const text = screenText(diagnosis, 'health', language);
    expect(text).toContain(meaning.failing);
    expect(text).toContain(meaning.breaks);
    expect(text).toContain('curl -i localhost:9091' + path);
    expect(text).toContain('osm-proxyserver indicates it is not');
    const top = headline(diagnosis, textsOf(language)).text;
    expect(top).toContain('503');
    expect(top).toContain(path);
    // The body names the check: this is not the SMI check that a 503 usually means (facts 0.13).
    expect(top).toContain('osm-proxyserver');
  });
});

describe('04b-image-pull', () => {
  test.each(languages)(
    'the image is named, and the one that fits the release is offered (%s)',
    async (language) => {
      const read = await recording('04b-image-pull');
      expect(headline(read.diagnosis, textsOf(language)).text).toContain('flomesh/osm-edge-controller:9.9.9');
      expect(screenText(read.diagnosis, 'pod-events', language)).toContain(
        'flomesh/osm-edge-controller:9.9.9',
      );
      expect(commandsOf(read)[0]).toContain('osm-controller=flomesh/osm-edge-controller:1.3.9');
    },
  );
});

describe('05-injector-errors', () => {
  const codes = {
    E4000: 'ErrFetchingCertSecret',
    E4013: 'ErrIssuingCert',
    E6103: 'ErrDecodingAdmissionReqBody',
    E6105: 'ErrInvalidAdmissionReqHeader',
    E6106: 'ErrWritingAdmissionResp',
    E6109: 'ErrDeterminingNamespaceInjectionEnablement',
    E6114: 'ErrUpdatingMutatingWebhook',
  } as const satisfies Record<string, MeshErrorName>;

  test.each(languages)('each of the 7 error codes is explained on the logs screen (%s)', async (language) => {
    const { diagnosis } = await recording('05-injector-errors');
    const { signatures } = worstMesh(diagnosis).steps['error-logs'].detail;
    const found = signatures.flatMap(({ signature }) => signature.code ?? []);
    expect(found.toSorted()).toEqual(Object.keys(codes));
    const text = screenText(diagnosis, 'error-logs', language);
    const { errorCodes } = textsOf(language);
    for (const [code, name] of Object.entries(codes)) {
      expect(text).toContain(code);
      expect(text).toContain(errorCodes[name].meaning);
      expect(text).toContain(errorCodes[name].remedy);
    }
  });

  test('each of the 40 panics is one record with its stack, and none of its lines counts as an error', async () => {
    const { diagnosis } = await recording('05-injector-errors');
    const { logs, signatures } = worstMesh(diagnosis).steps['error-logs'].detail;
    const panics = signatures.filter(({ signature }) => signature.form === 'http-panic');
    expect(panics.map(({ finding, signature }) => [finding, signature.count])).toEqual([
      ['recovered-panic', 40],
    ]);
    for (const record of panics.flatMap(({ signature }) => [signature.first, signature.last])) {
      expect(record.text).toMatch(/^\S+ \S+ http: panic serving .*\ngoroutine \d+ \[running\]:\n/);
      expect(record.text).toMatch(/\n\t\S+\.go:\d+/);
    }
    const injector = logs.find(({ container }) => container === 'osm-injector');
    const counted = signatures.reduce((sum, { signature }) => sum + signature.count, 0);
    expect(injector?.levels['error']).toBe(counted);
    expect(screenText(diagnosis, 'error-logs')).toContain('goroutine ');
  });
});

describe('06b-crashloop-fatal', () => {
  test.each(languages)('the fatal line of the container before is quoted (%s)', async (language) => {
    const read = await recording('06b-crashloop-fatal');
    const { diagnosis } = read;
    const fatal = findingsOf(read).find(({ code }) => code === 'log-fatal');
    const [quoted] = fatal?.evidence ?? [];
    expect(quoted?.at).toContain('previous');
    expect(quoted?.quote).toContain('"message":"Error initializing certificate manager of kind tresor"');
    const text = screenText(diagnosis, 'error-logs', language);
    expect(text).toContain(quoted?.quote);
    expect(text).toContain(textsOf(language).document.labels.previous);
    expect(headline(diagnosis, textsOf(language)).text).toContain('osm-ca-bundle');
  });
});

describe('10-no-mesh', () => {
  test.each(languages)(
    'it is said that there is none, and nothing is called healthy (%s)',
    async (language) => {
      const { diagnosis } = await recording('10-no-mesh');
      const texts = textsOf(language);
      expect(headline(diagnosis, texts).mark).toBe('unknown');
      for (const step of Object.values(worstMesh(diagnosis).steps)) expect(step.status).toBe('not-checked');
    },
  );
});

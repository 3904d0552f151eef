import { describe, expect, test } from 'vitest';
import { headline } from '#presentation/headline.ts';
import { remedyLine } from '#presentation/shell.ts';
import { textsOf } from '#steps/all-texts.ts';
import { languages } from '#i18n/texts.ts';
import type { MeshErrorName } from '#mesh/error-names.ts';
import { findingsOf, recordingsReadOnce, type Recording, rootsOf, screenText, worstMesh } from './read.ts';

const recording = recordingsReadOnce();

/** The commands of the first root cause, as they are shown. */
function commandsOf(read: Recording): readonly string[] {
  return (rootsOf(read)[0]?.remedy ?? []).map((step) => remedyLine(step, read.diagnosis));
}

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
      expect.stringMatching(/ -n osm-system describe pod osm-bootstrap-/u),
      'kubectl --context demo-02-two-meshes label namespace osm-system openservicemesh.io/monitored-by-',
      'kubectl --context demo-02-two-meshes label namespace osm-system openservicemesh.io/ignore=true --overwrite',
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
  const { meanings: probes } = textsOf(language).steps.health.words;

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
      expect(commandsOf(read).join('\n')).toContain('osm-controller=flomesh/osm-edge-controller:1.3.9');
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
    expect(text).toContain(textsOf(language).steps['error-logs'].words.labels.previous);
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

describe('r7-disk-pressure', () => {
  test('evicted Pods are shown and counted nowhere, and no check praises the node', async () => {
    const read = await recording('r7-disk-pressure');
    const health = screenText(read.diagnosis, 'health');
    expect(health).toContain('Checked 3 replicas');
    expect(health.match(/^.*ContainerStatusUnknown.*$/gmu)).not.toContainEqual(
      expect.stringMatching(/[✘⚠]/u),
    );
    expect(screenText(read.diagnosis, 'stray-sidecar')).toContain('Checked 3 Pods');
    expect(findingsOf(read)).toContainEqual(
      expect.objectContaining({
        code: 'node-unhealthy',
        params: expect.objectContaining({ node: 'rcnode1' }),
      }),
    );
    expect(screenText(read.diagnosis, 'pod-events')).not.toContain('not cordoned');
  });
});

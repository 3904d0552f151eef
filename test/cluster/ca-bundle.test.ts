import { describe, expect, test } from 'vitest';
import { parseCaBundle } from '#cluster/ca-bundle.ts';
import { textAt } from '#demo/field.ts';
import type { KubeObject } from '#demo/scenario.ts';
import { loadScenario } from '#demo/scenarios.ts';
import { valueOf } from '#snapshot/observed.ts';
import { certificate } from './certificate.ts';
import { readFrom, served } from './connected.ts';

const base64 = (text: string): string => Buffer.from(text).toString('base64');

/** The CA of the recorded mesh. */
const ofRecording = {
  subject: 'CN=osm-ca.openservicemesh.io',
  issuer: 'CN=osm-ca.openservicemesh.io',
  serialNumber: expect.stringMatching(/^[0-9A-F]+$/) as string,
  notBefore: '2026-11-23T08:24:04Z',
  notAfter: '2036-11-20T08:24:04Z',
  sha256: expect.stringMatching(/^(?:[0-9A-F]{2}:){31}[0-9A-F]{2}$/) as string,
  isCa: true,
};

describe('a CA bundle', () => {
  test('of several certificates gives each of them, in their order', async () => {
    const [first, second] = [await certificate('first'), await certificate('second')];
    const bundle = parseCaBundle(base64(`# both\n${first.cert}\n${second.cert}`));
    expect(bundle).toMatchObject({ omitted: 0, errors: [] });
    expect(bundle.certificates.map(({ subject }) => subject)).toEqual(['CN=first', 'CN=second']);
    expect(new Set(bundle.certificates.map(({ sha256 }) => sha256)).size).toBe(2);
  });

  test.each([
    ['words', base64('not a certificate'), 'not-pem'],
    ['a placeholder', 'Cg==', 'not-pem'],
    ['no base64', '{"ca": 1}', 'not-base64'],
    [
      'a certificate that is none',
      base64('-----BEGIN CERTIFICATE-----\nAAAA\n-----END CERTIFICATE-----'),
      'invalid-certificate',
    ],
    ['far too much', base64('x'.repeat(300_000)), 'too-large'],
  ])('with %s in it says so', (_what, bundle, kind) => {
    expect(parseCaBundle(bundle)).toMatchObject({ certificates: [], errors: [{ kind }] });
  });

  test('with a broken certificate in it still gives the others', async () => {
    const { cert } = await certificate('good');
    const broken = cert.replace(/\n[A-Za-z0-9+/]{20}/, '\nAAAAAAAAAAAAAAAAAAAA');
    const bundle = parseCaBundle(base64(broken + cert));
    expect(bundle.certificates).toHaveLength(1);
    expect(bundle.errors).toMatchObject([{ kind: 'invalid-certificate' }]);
  });

  test('of many certificates is cut, and says how many it left out', async () => {
    const { cert } = await certificate('many');
    expect(parseCaBundle(base64(cert.repeat(13)))).toMatchObject({
      certificates: { length: 10 },
      omitted: 3,
    });
  });

  test('keeps no private key that stands in it', async () => {
    const { cert, key } = await certificate('both');
    const [, secret = ''] = key.split('\n');
    const bundle = JSON.stringify(parseCaBundle(base64(key + cert)));
    expect(bundle).toContain('CN=both');
    expect(bundle).not.toContain(secret);
  });
});

test('the bundles of both webhooks of a mesh are read, and survive redaction', async () => {
  const { cluster } = await readFrom(await served());
  for (const fact of [cluster.mutatingWebhooks, cluster.validatingWebhooks]) {
    const bundles = valueOf(fact)?.flatMap(({ webhooks }) =>
      webhooks.map((one) => one.clientConfig.caBundle),
    );
    expect(bundles).toEqual([{ certificates: [ofRecording], omitted: 0, errors: [] }]);
  }
});

test('a CRD keeps its versions and who converts between them, with the bundle', async () => {
  const scenario = await loadScenario('01-healthy');
  const [webhook] = scenario.objects['mutatingwebhookconfigurations.admissionregistration.k8s.io'] ?? [];
  const caBundle = textAt(webhook, 'webhooks.0.clientConfig.caBundle');
  const service = { namespace: 'osm-system', name: 'osm-bootstrap', path: '/convert', port: 9443 };
  const versions = [
    { name: 'v1alpha1', served: true, storage: false, schema: { openAPIV3Schema: { type: 'object' } } },
    { name: 'v1alpha2', served: true, storage: true, schema: { openAPIV3Schema: { type: 'object' } } },
  ];
  const server = await served();
  server.store.update(
    'customresourcedefinitions',
    '',
    'meshconfigs.config.openservicemesh.io',
    (crd): KubeObject => ({
      ...crd,
      spec: {
        group: 'config.openservicemesh.io',
        names: { kind: 'MeshConfig', plural: 'meshconfigs' },
        versions,
        conversion: {
          strategy: 'Webhook',
          webhook: { clientConfig: { service, caBundle }, conversionReviewVersions: ['v1'] },
        },
      },
      status: { conditions: [{ type: 'Established', status: 'True' }], storedVersions: ['v1alpha2'] },
    }),
  );
  const crds = valueOf((await readFrom(server)).cluster.customResourceDefinitions);
  const crd = crds?.find(({ metadata }) => metadata.name.startsWith('meshconfigs.'));
  expect(crd?.spec).toMatchObject({
    versions: [
      { name: 'v1alpha1', served: true, storage: false },
      { name: 'v1alpha2', served: true, storage: true },
    ],
    conversion: {
      strategy: 'Webhook',
      webhook: { clientConfig: { service, caBundle: { certificates: [ofRecording] } } },
    },
  });
  expect(JSON.stringify(crd)).not.toContain('openAPIV3Schema');
});

import type { CheckInput, CheckRun } from '#diagnosis/check.ts';
import type { FindingDraft } from '#diagnosis/finding.ts';
import type { Subject } from '#diagnosis/subject.ts';
import { flavourList, flavourOf } from '#mesh/flavours.ts';
import { serviceInUrl } from '#mesh/webhook-owner.ts';
import type { CustomResourceDefinition } from '#snapshot/custom-resource-definition.ts';
import { valueOf } from '#snapshot/observed.ts';
import { clusterSubject, evidenceOf, finding } from '#steps/shared/subjects.ts';
import { type ConversionFailure, conversionFailureOf } from './conversion-failures.ts';

type Input = CheckInput<
  'customResourceDefinitions' | 'deployments' | 'meshConfig' | 'services' | 'endpoints'
>;

/**
 * Does whoever converts between the versions of the mesh's CRDs answer? Since osm-edge 1.2 nobody needs to: the bootstrap sets
 * the strategy None. What an older release or a removed mesh left keeps every process from starting (facts §5.5-4, §9; osm#3848,
 * #4967, #5065).
 */
export function checkConversion(input: Input): CheckRun {
  const crds = valueOf(input.facts.customResourceDefinitions) ?? [];
  const asked = failedRead(input, crds);
  const known = new Set(asked.map(({ subject }) => subject.name));
  const converted = crds.filter(({ spec }) => spec?.conversion?.strategy === 'Webhook');
  const structural = converted
    .filter(({ metadata }) => !known.has(metadata.name))
    .flatMap((crd) => unserved(input, crd));
  return { findings: [...asked, ...structural], looked: crds.length };
}

/** Our own request for the MeshConfig was answered with the failure of the conversion: it fails for everybody. */
function failedRead(input: Input, crds: readonly CustomResourceDefinition[]): readonly FindingDraft[] {
  const { mesh, facts } = input;
  if (facts.meshConfig.state !== 'failed') return [];
  const { message } = facts.meshConfig.error;
  const failure = conversionFailureOf(message);
  if (failure === undefined) return [];
  const { plural, group } = flavourOf(mesh).meshConfig;
  const crd = crds.find(({ spec }) => spec?.group === failure.group && spec.names.kind === failure.kind);
  const service = (crd && serviceOf(crd)) ?? serviceInUrl(message);
  const subject = subjectOf(input, crd?.metadata.name ?? `${plural}.${group}`, service);
  const params = { service, reason: failure.reason, message };
  return [
    finding('crd-conversion-failing', 'critical', subject, params, [
      evidenceOf('meshConfig', { kind: 'MeshConfig', namespace: mesh.namespace, name: plural }, '', message),
    ]),
  ];
}

/** Nothing is converted while everybody asks for the version that is stored: then it waits for the next one who does not. */
function unserved(input: Input, crd: CustomResourceDefinition): readonly FindingDraft[] {
  const service = serviceOf(crd);
  const reason = service === undefined ? undefined : reasonOf(input, service);
  if (service === undefined || reason === undefined) return [];
  const subject = subjectOf(input, crd.metadata.name, service);
  const path = 'spec.conversion.webhook.clientConfig.service';
  return [
    finding('crd-conversion-failing', 'warning', subject, { service, reason, message: '' }, [
      evidenceOf('customResourceDefinitions', subject, path, service),
    ]),
  ];
}

/** Where our own bootstrap converts, its trouble shows here. */
function subjectOf({ mesh }: Input, crd: string, service: string): Subject {
  const { services, apps } = flavourOf(mesh);
  const isOwn = service === `${mesh.namespace}/${services.bootstrap}`;
  return {
    ...clusterSubject(mesh, 'CustomResourceDefinition', crd),
    ...(isOwn ? { dependsOn: apps.bootstrap } : {}),
  };
}

function serviceOf({ spec }: CustomResourceDefinition): string | undefined {
  const service = spec?.conversion?.webhook?.clientConfig?.service;
  return service && `${service.namespace}/${service.name}`;
}

/** Only whole lists show that a Service is not served. */
function reasonOf({ mesh, facts, deploymentsScope }: Input, service: string): ConversionFailure | undefined {
  const [namespace = '', name = ''] = service.split('/');
  if (namespace === mesh.namespace) {
    if (facts.services.state === 'read') {
      const isThere = facts.services.value.some(({ metadata }) => metadata.name === name);
      if (!isThere) return 'no-service';
    }
    if (facts.endpoints.state !== 'read') return undefined;
    const ready = facts.endpoints.value.find((item) => item.service === name)?.ready ?? [];
    return ready.length === 0 ? 'no-endpoints' : undefined;
  }
  // The Service of a bootstrap is named like its Deployment (facts §1.1).
  const isBootstrap = flavourList.some(({ services }) => services.bootstrap === name);
  if (!isBootstrap || facts.deployments.state !== 'read' || deploymentsScope !== 'cluster') return undefined;
  const isServed = facts.deployments.value.some(
    ({ metadata }) => metadata.namespace === namespace && metadata.labels['app'] === name,
  );
  return isServed ? undefined : 'no-service';
}

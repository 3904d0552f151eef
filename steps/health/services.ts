import type { CheckInput } from '#diagnosis/check.ts';
import type { HealthDetail } from './rows.ts';
import type { FindingDraft } from '#diagnosis/finding.ts';
import type { Severity } from '#diagnosis/severity.ts';
import { flavourOf } from '#mesh/flavours.ts';
import type { Flavour } from '#mesh/flavours.ts';
import type { Pod } from '#snapshot/kubernetes.ts';
import { valueOf } from '#snapshot/observed.ts';
import { compareText } from '#steps/shared/order.ts';
import { type Replica, replicasOf } from '#steps/shared/replicas.ts';
import { isComingUp } from '#steps/shared/start-up.ts';
import { isInstalled } from '#steps/shared/presence.ts';
import { evidenceOf, finding, subjectOf } from '#steps/shared/subjects.ts';

type Input = CheckInput<'services' | 'endpoints' | 'pods'>;
type ServiceRow = HealthDetail['services'][number];

/** Has every Service of the control plane a Ready pod behind it? The API server and the sidecars call them. */
export function checkServices(input: Input): {
  readonly findings: readonly FindingDraft[];
  readonly looked: number;
} {
  const { mesh, facts } = input;
  const replicas = (replicasOf(mesh, facts.pods) ?? []).filter(({ isActive }) => isActive);
  const rows = serviceRows(input);
  const isExpected = isInstalled(mesh) || mesh.presence === 'leftovers';
  if (!isExpected || facts.endpoints.state !== 'read') return { findings: [], looked: rows.length };
  const findings = rows
    .filter(({ ready }) => ready === 0)
    .map(({ service, total }) => {
      const workload = workloadBehind(service, flavourOf(mesh));
      const subject = subjectOf(mesh, 'Service', service, { workload });
      const evidence = [evidenceOf('endpoints', subject, 'endpoints', `0 ready, ${total} in all`)];
      const edited = total === 0 ? editedSelector(input, service, replicas) : undefined;
      if (edited !== undefined) {
        const more = [...evidence, evidenceOf('services', subject, 'spec.selector', edited)];
        return finding('service-selects-nothing', 'critical', subject, { service, selector: edited }, more);
      }
      const behind = replicas.filter((replica) => replica.workload === workload);
      return finding('service-without-endpoints', severityOf(input, behind), subject, { service }, evidence);
    });
  return { findings, looked: rows.length };
}

/** Whoever cannot see all pods does not know whether those behind the Service are about to start. */
function severityOf({ facts, readAt }: Input, behind: readonly Replica[]): Severity {
  if (facts.pods.state !== 'read') return 'warning';
  const isStarting = behind.length > 0 && behind.every((replica) => isComingUp(replica, readAt));
  return isStarting ? 'info' : 'critical';
}

/** The selector of a Service that fits no pod, although its workload has Ready ones; undefined where that is not so. */
function editedSelector(
  { facts, mesh }: Input,
  service: string,
  replicas: readonly Replica[],
): string | undefined {
  const found = valueOf(facts.services)?.find(({ metadata }) => metadata.name === service);
  const selector = Object.entries(found?.spec.selector ?? {});
  if (found === undefined || facts.pods.state !== 'read') return undefined;
  const fits = ({ metadata }: Pod): boolean =>
    selector.length > 0 && selector.every(([key, value]) => metadata.labels[key] === value);
  const workload = workloadBehind(service, flavourOf(mesh));
  const serves = replicas.some((replica) => replica.workload === workload && replica.isReady);
  if (!serves || facts.pods.value.some(fits)) return undefined;
  return selector.map(([key, value]) => `${key}=${value}`).join(',');
}

/** The control plane's Services with the addresses behind them; those that do not exist are left out. */
export function serviceRows({ mesh, facts }: CheckInput<'services' | 'endpoints'>): readonly ServiceRow[] {
  const services = valueOf(facts.services) ?? [];
  const endpoints = valueOf(facts.endpoints);
  if (endpoints === undefined) return [];
  return serviceNames(flavourOf(mesh))
    .filter((name) => services.some(({ metadata }) => metadata.name === name))
    .map((service) => {
      const behind = endpoints.find((item) => item.service === service);
      const ready = behind?.ready.length ?? 0;
      return { service, ready, total: ready + (behind?.notReady.length ?? 0) };
    });
}

function serviceNames({ services }: Flavour): readonly string[] {
  return [...new Set(Object.values(services))].toSorted(compareText);
}

/** The Deployment whose pods the Service selects: the validator lives in the controller (facts §1.1). */
function workloadBehind(service: string, { services, apps }: Flavour): string {
  if (service === services.injector) return apps.injector;
  return service === services.bootstrap ? apps.bootstrap : apps.controller;
}

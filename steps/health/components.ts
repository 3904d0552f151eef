import type { CheckInput } from '#diagnosis/check.ts';
import type { FindingDraft } from '#diagnosis/finding.ts';
import { deploymentOfRole } from '#mesh/control-plane.ts';
import { enrolmentsOf } from '#mesh/enrolment.ts';
import { flavourOf } from '#mesh/flavours.ts';
import { type Role, roles } from '#mesh/identity.ts';
import type { Condition, Deployment, WebhookConfiguration } from '#snapshot/kubernetes.ts';
import { valueOf } from '#snapshot/observed.ts';
import { type Replica, replicasOf } from '#steps/shared/replicas.ts';
import { isComingUp } from '#steps/shared/start-up.ts';
import { evidenceOf, finding, subjectOf } from '#steps/shared/subjects.ts';
import { compareText } from '#steps/shared/order.ts';
import { componentVersions, kubernetesVersion } from './versions.ts';

type Found = { readonly findings: readonly FindingDraft[]; readonly looked: number };

/** Is there a control plane, or only what one left behind (design §4, step 0)? That there is none is for the verdict. */
export function checkControlPlane(
  input: CheckInput<
    'deployments' | 'enrolledNamespaces' | 'mutatingWebhooks' | 'validatingWebhooks' | 'version'
  >,
): Found {
  const { mesh, facts } = input;
  const looked = valueOf(facts.deployments)?.length ?? 0;
  if (mesh.presence !== 'leftovers') return { findings: kubernetesVersion(input), looked };
  const subject = subjectOf(mesh, 'Mesh', mesh.name);
  const remains = remainsOf(input);
  const evidence = remains.map(({ fact, kind, name, namespace }) =>
    evidenceOf(fact, { kind, name, ...(namespace === undefined ? {} : { namespace }) }, '', name),
  );
  const names = remains.map(({ kind, name }) => `${kind}/${name}`);
  return {
    findings: [finding('control-plane-leftovers', 'critical', subject, { remains: names }, evidence)],
    looked,
  };
}

function remainsOf({
  mesh,
  facts,
}: CheckInput<'deployments' | 'enrolledNamespaces' | 'mutatingWebhooks' | 'validatingWebhooks'>) {
  const flavour = flavourOf(mesh);
  const deployments = (valueOf(facts.deployments) ?? [])
    .filter(({ metadata }) => metadata.namespace === mesh.namespace)
    .map(({ metadata: { name } }) => ({
      fact: 'deployments' as const,
      kind: 'Deployment' as const,
      name,
      namespace: mesh.namespace,
    }));
  const webhooks = [
    ...left(valueOf(facts.mutatingWebhooks), `${flavour.mutatingWebhook.prefix}${mesh.name}`).map((name) => ({
      fact: 'mutatingWebhooks' as const,
      kind: 'MutatingWebhookConfiguration' as const,
      name,
      namespace: undefined,
    })),
    ...left(valueOf(facts.validatingWebhooks), `${flavour.validatingWebhook.prefix}${mesh.name}`).map(
      (name) => ({
        fact: 'validatingWebhooks' as const,
        kind: 'ValidatingWebhookConfiguration' as const,
        name,
        namespace: undefined,
      }),
    ),
  ];
  const namespaces = (valueOf(facts.enrolledNamespaces) ?? [])
    .filter((namespace) =>
      enrolmentsOf(namespace).some(
        (enrolment) => enrolment.mesh === mesh.name && enrolment.family === flavour.family,
      ),
    )
    .map(({ metadata: { name } }) => ({
      fact: 'enrolledNamespaces' as const,
      kind: 'Namespace' as const,
      name,
      namespace: undefined,
    }));
  return [...deployments, ...webhooks, ...namespaces].toSorted((a, b) =>
    compareText(`${a.kind}/${a.name}`, `${b.kind}/${b.name}`),
  );
}

function left(configurations: readonly WebhookConfiguration[] | undefined, name: string): readonly string[] {
  return (configurations ?? []).filter(({ metadata }) => metadata.name === name).map(() => name);
}

/** Does every component exist, want pods, have them, and has one that is Ready? */
export function checkComponents(input: CheckInput<'deployments' | 'pods'>): Found {
  const { mesh, facts } = input;
  const deployments = valueOf(facts.deployments);
  if (mesh.presence !== 'controller' || deployments === undefined) return { findings: [], looked: 0 };
  const replicas = replicasOf(mesh, facts.pods);
  const findings = roles.flatMap((role) => {
    const deployment = deploymentOfRole(deployments, role, mesh);
    if (deployment === undefined) return missing(input, role);
    // A part of a list shows pods, and never that there are none.
    const own = replicas?.filter((replica) => replica.role === role && replica.isActive);
    const complete = facts.pods.state === 'read';
    return [...availability(input, deployment, own, complete), ...rollout(input, deployment)];
  });
  return {
    findings: [...findings, ...componentVersions(input, replicas ?? [])],
    looked: deployments.filter(({ metadata }) => metadata.namespace === mesh.namespace).length,
  };
}

function missing({ mesh, facts }: CheckInput<'deployments' | 'pods'>, role: Role): readonly FindingDraft[] {
  if (facts.deployments.state !== 'read') return [];
  const component = flavourOf(mesh).apps[role];
  const subject = subjectOf(mesh, 'Deployment', component, { workload: component });
  const { at } = facts.deployments;
  const evidence = [evidenceOf('deployments', subject, '', 'not found', at)];
  return [finding('component-missing', 'critical', subject, { component }, evidence)];
}

function availability(
  { mesh, readAt }: CheckInput<'deployments' | 'pods'>,
  { metadata, spec }: Deployment,
  replicas: readonly Replica[] | undefined,
  complete: boolean,
): readonly FindingDraft[] {
  const component = metadata.name;
  const wanted = spec.replicas;
  const subject = subjectOf(mesh, 'Deployment', component, { workload: component });
  const ofSpec = evidenceOf('deployments', subject, 'spec.replicas', String(wanted));
  if (wanted === 0) return [finding('scaled-to-zero', 'critical', subject, { component }, [ofSpec])];
  if (replicas === undefined) return [];
  const ready = replicas.filter(({ isReady }) => isReady).length;
  const evidence = [ofSpec, evidenceOf('pods', subject, '', `${replicas.length} pods, ${ready} Ready`)];
  if (replicas.length === 0) {
    return complete ? [finding('no-pods', 'critical', subject, { component, wanted }, evidence)] : [];
  }
  if (ready === 0) {
    const severity = replicas.every((replica) => isComingUp(replica, readAt)) ? 'info' : 'critical';
    return complete
      ? [finding('component-down', severity, subject, { component, ready, wanted }, evidence)]
      : [];
  }
  const lacks = complete && replicas.length < wanted;
  return lacks ? [finding('component-down', 'warning', subject, { component, ready, wanted }, evidence)] : [];
}

/** A Deployment's own word on its rollout (condition Progressing); an idle one says NewReplicaSetAvailable. */
export function progressOf({ status, spec }: Deployment): {
  readonly state: 'idle' | 'in-progress' | 'stuck';
  readonly condition?: Condition;
} {
  const condition = status.conditions.find(({ type }) => type === 'Progressing');
  if (condition === undefined || spec.replicas === 0) return { state: 'idle' };
  if (condition.status === 'False') {
    return { state: condition.reason === 'ProgressDeadlineExceeded' ? 'stuck' : 'idle', condition };
  }
  return { state: condition.reason === 'NewReplicaSetAvailable' ? 'idle' : 'in-progress', condition };
}

function rollout(
  { mesh }: CheckInput<'deployments' | 'pods'>,
  deployment: Deployment,
): readonly FindingDraft[] {
  const { metadata, spec, status } = deployment;
  const component = metadata.name;
  const subject = subjectOf(mesh, 'Deployment', component, { workload: component });
  const { state, condition } = progressOf(deployment);
  const { reason = '', message = '' } = condition ?? {};
  const path = 'status.conditions[Progressing]';
  const evidence = [
    evidenceOf('deployments', subject, path, `${reason}: ${message}`, condition?.lastTransitionTime),
  ];
  switch (state) {
    case 'idle':
      return [];
    case 'in-progress': {
      const params = { component, updated: status.updatedReplicas ?? 0, wanted: spec.replicas };
      return [finding('rollout-in-progress', 'info', subject, params, evidence)];
    }
    case 'stuck': {
      // With no Ready replica `component-down` says so, and is critical.
      return [finding('rollout-stuck', 'warning', subject, { component, message }, evidence)];
    }
    default:
      return state satisfies never;
  }
}

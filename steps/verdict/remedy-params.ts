/** Why a command is run. */
export interface PurposeParams {
  'remove-enrolment': { namespace: string; mesh: string };
  'guard-namespace': { namespace: string };
  'restart-workloads': { workloads: string[] };
  'watch-rollout': { workload: string };
  'restart-bootstrap': Record<string, never>;
  'set-image': { container: string; image: string };
  'show-revisions': { workload: string };
  'inspect-template': { workload: string };
  'roll-back-to': { workload: string; revision: string };
  'remove-from-template': { workload: string; containers: string[] };
  'inspect-pod': { pod: string };
  'inspect-events': { namespace: string };
  'inspect-workloads': { namespace: string };
  'inspect-logs': { pod: string; container: string; previous: boolean };
  'inspect-nodes': Record<string, never>;
  'inspect-node': { node: string };
  'inspect-api-endpoints': Record<string, never>;
  'inspect-network-policies': { namespace: string };
  'inspect-network-pods': Record<string, never>;
  'inspect-dns': Record<string, never>;
  'inspect-dns-logs': Record<string, never>;
  'inspect-endpoints': { service: string };
  'inspect-node-architecture': { node: string };
  'inspect-image-platforms': { image: string };
  'undo-rollout': { workload: string };
  'uncordon-node': { node: string };
  'inspect-config-object': { kind: string; name: string };
  'restore-probes': { workload: string; container: string; probes: string[] };
  'restore-selector': { service: string; selector: string };
  'inspect-labels': { workload: string };
  'inspect-kubernetes-version': Record<string, never>;
  'inspect-usage': { pod: string };
  'relieve-probe': { workload: string; container: string };
  'inspect-webhook': { webhook: string };
  'inspect-service': { service: string };
  'inspect-pods-of': { workload: string };
  'inspect-logs-of': { workload: string };
  'inspect-workload': { workload: string };
  'inspect-namespace': { namespace: string };
  'inspect-limit-ranges': { namespace: string };
  'inspect-service-accounts': { namespace: string };
  'inspect-priority-classes': Record<string, never>;
  'inspect-constraints': Record<string, never>;
  'inspect-conversion': { crd: string };
  'relax-pod-security': { namespace: string };
  'add-quota': { namespace: string; quota: string };
  'restore-service-account': { release: string };
  'enable-injection': { namespace: string };
  'inspect-mesh-config': Record<string, never>;
  'inspect-crds': Record<string, never>;
  'inspect-smi-api': { groupVersion: string };
  'inspect-secret-name': { secret: string };
  'inspect-rbac': { account: string; verb: string; resource: string };
  'inspect-error-code': { errorCode: string };
  'inspect-annotation': { namespace: string };
  'inspect-quota': { namespace: string };
  'restore-rbac': { release: string };
  'fix-binding-subject': { binding: string; namespace: string };
  'delete-secret': { secret: string };
  'delete-webhook': { webhook: string };
  'raise-memory': { container: string };
  'fix-annotation': { namespace: string; key: string };
  'scale-up': { workload: string };
  'clear-conversion': { crd: string };
  reinstall: { mesh: string; namespace: string };
  'delay-liveness': { workload: string; container: string };
  'turn-on-debug-log': Record<string, never>;
}

/** What a command alters beyond its plain meaning (facts §4). */
export interface EffectParams {
  'removes-labels-and-annotations': { keys: string[] };
  'drops-ignore-label': Record<string, never>;
  'restarts-pods': { workloads: string[] };
  'stops-injection': { namespace: string };
  'deletes-object': { object: string };
  'creates-object': { object: string };
  'starts-injection': { namespace: string };
  'admits-more-pods': { namespace: string };
  'changes-workload': { workload: string };
  'new-root-certificate': Record<string, never>;
}

/** A check before a command is run, answered from facts where it could be (design, Remedy). */
export interface BeforeCheckParams {
  /** Would the API server refuse to create the pods that the restart needs? (facts §3.4) */
  'webhook-dead-lock': { webhook: string };
  /** Who set the label, so that it is not set again at once. */
  'label-owner': { manager: string; time: string };
  'image-exists': { image: string };
  /** The node must not be cordoned for maintenance. */
  'node-maintenance': { node: string };
  'secret-in-use': { secret: string };
  /** Nothing may need the webhook configuration any more. */
  'webhook-unused': { webhook: string };
  /** There must be a release of that name to apply. */
  'release-exists': { release: string };
  'manifest-source': { workload: string };
}

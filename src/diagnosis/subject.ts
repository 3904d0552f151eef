/** The object that a finding or a cause is about. */
export interface Subject {
  readonly mesh: string;
  readonly kind:
    | 'Pod'
    | 'Deployment'
    | 'DaemonSet'
    | 'ReplicaSet'
    | 'Namespace'
    | 'Service'
    | 'MeshConfig'
    | 'MutatingWebhookConfiguration'
    | 'ValidatingWebhookConfiguration'
    | 'CustomResourceDefinition'
    | 'APIService'
    | 'Job'
    | 'Node'
    | 'HorizontalPodAutoscaler'
    | 'Mesh';
  readonly namespace?: string;
  readonly name: string;
  readonly container?: string;
  /** The workload a pod or ReplicaSet belongs to, e.g. `osm-controller`: relations between findings use it. */
  readonly workload?: string;
  /** A workload that it needs, e.g. the injector behind a webhook: trouble of that workload shows here, too. */
  readonly dependsOn?: string;
}

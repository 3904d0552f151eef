import type { RemedyTexts } from '#i18n/types/remedies.ts';
import { capital, list, webhookOf } from '#i18n/en/words.ts';

export const remedies = {
  purposes: {
    'remove-enrolment': ({ namespace, mesh }) => `Remove namespace ${namespace} from mesh ${mesh}.`,
    'guard-namespace': ({ namespace }) => `Protect namespace ${namespace} from injection.`,
    'restart-workloads': ({ workloads }) => `Restart ${list(workloads)}, so that the Pods are re-created.`,
    'watch-rollout': ({ workload }) => `Watch the rollout of ${workload} until it completes.`,
    'restart-bootstrap': () =>
      'Restart the bootstrap: it applies the CRDs and creates the MeshConfig if it is missing.',
    'set-image': ({ container, image }) => `Set the image of container "${container}" to ${image}.`,
    'inspect-template': ({ workload }) => `Keep a copy of Deployment ${workload} as it is now.`,
    'roll-back-to': ({ workload, revision }) =>
      `Roll ${workload} back to revision ${revision}, the last one without the sidecar.`,
    'remove-from-template': ({ workload, containers }) =>
      `Remove ${list(containers)} from the Pod template of ${workload}.`,
    'show-revisions': ({ workload }) => `List the earlier revisions of ${workload}.`,
    'inspect-pod': ({ pod }) => `Check Pod ${pod} and its events.`,
    'inspect-events': ({ namespace }) => `Check the objects and events in namespace ${namespace}.`,
    'inspect-logs': ({ pod, container, previous }) =>
      `Read the ${previous ? 'previous ' : ''}log of container "${container}" in Pod ${pod}.`,
    'inspect-nodes': () => 'Check the conditions, taints and free resources of the nodes.',
    'inspect-node': ({ node }) => `Check the conditions, taints and events of node ${node}.`,
    'inspect-api-endpoints': () =>
      'Check the addresses of the API server in EndpointSlice kubernetes (namespace default).',
    'inspect-network-policies': ({ namespace }) => `List the NetworkPolicies of namespace ${namespace}.`,
    'inspect-network-pods': () => 'Check the Pods of the network plugin and of kube-proxy.',
    'inspect-dns': () => 'Check the Pods of the cluster DNS.',
    'inspect-dns-logs': () => 'Read the log of the cluster DNS.',
    'inspect-endpoints': ({ service }) => `Check the addresses and ports behind Service ${service}.`,
    'inspect-node-architecture': ({ node }) => `Check the CPU architecture of node ${node}.`,
    'inspect-image-platforms': ({ image }) => `Check the platforms that image ${image} is built for.`,
    'inspect-config-object': ({ kind, name }) =>
      `Check whether ${kind} ${name} exists and which keys it has.`,
    'restore-probes': ({ workload, container, probes }) =>
      `Restore the ${list(probes)} probe of container "${container}" in ${workload} as in the chart.`,
    'restore-selector': ({ service, selector }) =>
      `Set the selector of Service ${service} to ${selector}, as in the chart.`,
    'inspect-labels': ({ workload }) => `List the Pods of ${workload} with their labels.`,
    'inspect-kubernetes-version': () => 'Check the version of Kubernetes.',
    'uncordon-node': ({ node }) => `Uncordon node ${node}, so that Pods are scheduled on it again.`,
    'inspect-usage': ({ pod }) => `Check how much CPU and memory Pod ${pod} uses.`,
    'relieve-probe': ({ workload, container }) =>
      `Give container "${container}" in ${workload} more CPU, and its liveness probe more time.`,
    'undo-rollout': ({ workload }) => `Roll ${workload} back to its previous revision.`,
    'inspect-webhook': ({ webhook }) => `Check the Service, CA and failurePolicy of ${webhookOf(webhook)}.`,
    'inspect-workloads': ({ namespace }) => `List the workloads of the mesh (namespace ${namespace}).`,
    'inspect-service': ({ service }) => `Check ${service} and the Pods behind it.`,
    'inspect-pods-of': ({ workload }) => `List the Pods of ${workload}.`,
    'inspect-logs-of': ({ workload }) => `Read the log of ${workload}.`,
    'inspect-workload': ({ workload }) => `Check ${workload} and its events.`,
    'inspect-namespace': ({ namespace }) =>
      `Check the conditions and finalizers of namespace ${namespace}: they name what delays its deletion.`,
    'inspect-limit-ranges': ({ namespace }) => `Check the LimitRanges of namespace ${namespace}.`,
    'inspect-service-accounts': ({ namespace }) => `List the ServiceAccounts of namespace ${namespace}.`,
    'inspect-priority-classes': () => 'List the PriorityClasses of the cluster.',
    'inspect-constraints': () => 'List the SecurityContextConstraints and whom they admit.',
    'inspect-conversion': ({ crd }) => `Check the conversion of CRD ${crd}.`,
    'relax-pod-security': ({ namespace }) =>
      `Lower the Pod Security Standard that namespace ${namespace} enforces.`,
    'add-quota': ({ namespace, quota }) =>
      `Create ResourceQuota ${quota} in namespace ${namespace}: its scope admits the PriorityClass.`,
    'restore-service-account': ({ release }) =>
      `Restore the ServiceAccount and the other objects of Helm release ${release}.`,
    'enable-injection': ({ namespace }) =>
      `Set the injection annotation of namespace ${namespace} to enabled.`,
    'inspect-mesh-config': () => 'Check the MeshConfig.',
    'inspect-crds': () => 'List the CRDs of the mesh.',
    'inspect-smi-api': ({ groupVersion }) => `Check what the API server serves in ${groupVersion}.`,
    'inspect-secret-name': ({ secret }) =>
      `Check whether Secret ${secret} exists and which keys it has, without showing their values.`,
    'inspect-rbac': ({ account, verb, resource }) =>
      `Check whether ${account} is allowed to ${verb} ${resource}.`,
    'inspect-error-code': ({ errorCode }) => `Read what ${errorCode} means in this version.`,
    'inspect-annotation': ({ namespace }) => `Check the labels and annotations of namespace ${namespace}.`,
    'inspect-quota': ({ namespace }) => `Check the ResourceQuotas of namespace ${namespace}.`,
    'fix-binding-subject': ({ binding, namespace }) =>
      `Bind the ServiceAccount of namespace ${namespace}: ClusterRoleBinding ${binding} always names osm-system.`,
    'restore-rbac': ({ release }) => `Restore the roles and bindings of Helm release ${release}.`,
    'delete-secret': ({ secret }) => `Delete Secret ${secret}, so that tresor creates a new one.`,
    'delete-webhook': ({ webhook }) =>
      `Delete webhook configuration ${webhook}, which no mesh needs anymore.`,
    'raise-memory': ({ container }) => `Raise the memory limit of container "${container}".`,
    'fix-annotation': ({ namespace, key }) =>
      `Remove the invalid annotation ${key} (namespace ${namespace}).`,
    'scale-up': ({ workload }) => `Scale ${workload} up again.`,
    'clear-conversion': ({ crd }) => `Remove the conversion webhook from CRD ${crd}.`,
    reinstall: ({ mesh, namespace }) =>
      `Reinstall the control plane of mesh ${mesh} in namespace ${namespace}.`,
    'delay-liveness': ({ workload, container }) =>
      `Increase the initial delay of the liveness probe of container "${container}" in ${workload}.`,
    'turn-on-debug-log': () => 'Set the log level of the mesh to debug.',
  },
  effects: {
    'removes-labels-and-annotations': ({ keys }) => `Removes these labels and annotations: ${list(keys, 8)}.`,
    'drops-ignore-label': () => 'This includes the ignore label: the next command sets it again.',
    'restarts-pods': ({ workloads }) => `Re-creates the Pods of ${list(workloads)} one after another.`,
    'stops-injection': ({ namespace }) =>
      `New Pods in namespace ${namespace} no longer get a sidecar; running Pods keep theirs.`,
    'deletes-object': ({ object }) => `Deletes ${object}.`,
    'creates-object': ({ object }) => `Creates ${object}.`,
    'starts-injection': ({ namespace }) => `New Pods in namespace ${namespace} get a sidecar.`,
    'admits-more-pods': ({ namespace }) =>
      `Namespace ${namespace} then admits Pods with more privileges, from everybody who may create Pods there.`,
    'changes-workload': ({ workload }) =>
      workload.startsWith('release/')
        ? 'Applies every object of the release again: later changes to these objects may be undone.'
        : `Changes ${workload} in the cluster, but not the chart or manifest that it comes from.`,
    'new-root-certificate': () =>
      'With tresor, this creates a new root certificate: afterward, restart all three of controller, injector and bootstrap.',
  },
  before: {
    'webhook-dead-lock': ({ webhook }, answer) => {
      const name = webhookOf(webhook);
      return {
        clear:
          webhook === ''
            ? 'No webhook is called for the new Pods.'
            : `${capital(name)} has a Ready Pod behind it and does not block the new Pods.`,
        blocked: `${capital(name)} is called for the new Pods and has no Ready Pod behind it: the new Pods would not be created.`,
        known: `${capital(name)} is called for the new Pods.`,
        'check-first':
          webhook === ''
            ? 'First check that no webhook would reject the new Pods.'
            : `First check that ${name} has a Ready Pod behind it: it fails closed.`,
      }[answer];
    },
    'label-owner': ({ manager, time }, answer) => {
      const owner = `${manager === '' ? 'an unknown field manager' : `"${manager}"`}${time === '' ? '' : ` at ${time}`}`;
      return {
        clear: `The label was set by ${owner}; nothing sets it again automatically.`,
        blocked: `The label was set by ${owner}, which sets it again: change it there.`,
        known: `The label was set by ${owner}. If that is an automated tool, change it there too.`,
        'check-first': 'First check who sets the label: an automated tool would set it again.',
      }[answer];
    },
    'image-exists': ({ image }, answer) =>
      ({
        clear: `No problem with image ${image} is known.`,
        blocked: `Image ${image} cannot be pulled.`,
        known: `Image ${image} is in use in this cluster.`,
        'check-first': `First check that the registry has image ${image}.`,
      })[answer],
    'node-maintenance': ({ node }, answer) =>
      ({
        clear: `Node ${node} is not cordoned for maintenance.`,
        blocked: `Node ${node} is cordoned for maintenance.`,
        known: `Node ${node} was cordoned by a person or a tool.`,
        'check-first': `First check that node ${node} is not cordoned for maintenance.`,
      })[answer],
    'secret-in-use': ({ secret }, answer) =>
      ({
        clear: `Nothing else is known to use Secret ${secret}.`,
        blocked: `Secret ${secret} is also used elsewhere: deleting it breaks whatever uses it.`,
        known: `Controller and injector read Secret ${secret} when they start.`,
        'check-first': `First check that tresor created Secret ${secret} and that nothing else uses it.`,
      })[answer],
    'webhook-unused': ({ webhook }, answer) =>
      ({
        clear: `No mesh needs "${webhook}" anymore.`,
        blocked: `An installed mesh needs "${webhook}".`,
        known: `An installed mesh needs "${webhook}".`,
        'check-first': `First check that no mesh needs "${webhook}" anymore: this command lists all injectors.`,
      })[answer],
    'release-exists': ({ release }, answer) =>
      ({
        clear: `Helm release "${release}" exists.`,
        blocked: `Helm release "${release}" does not exist.`,
        known: `Helm release "${release}" exists.`,
        'check-first': `First check that Helm release "${release}" exists.`,
      })[answer],
    'manifest-source': ({ workload }, answer) =>
      ({
        clear: `No tool is known to revert changes to ${workload}.`,
        blocked: `An automated tool reverts changes to ${workload}: change it there.`,
        known: `${workload} comes from a chart or manifest: change it there too, or the next upgrade undoes this change.`,
        'check-first': `First check where ${workload} comes from (Helm values, GitOps): the next upgrade may undo this change.`,
      })[answer],
  },
  groups: { look: 'Look', fix: 'Fix', apply: 'Apply', verify: 'Verify' },
  equivalent: 'or, on the current context only',
} satisfies RemedyTexts;

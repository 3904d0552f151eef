import type { RemedyTexts } from '#i18n/types/remedies.ts';
import { capital, list, webhookOf } from './words.ts';

export const remedies = {
  purposes: {
    'remove-enrolment': ({ namespace, mesh }) => `Take namespace ${namespace} out of mesh ${mesh}.`,
    'guard-namespace': ({ namespace }) => `Guard namespace ${namespace} against injection.`,
    'restart-workloads': ({ workloads }) => `Restart ${list(workloads)}, so that the Pods are re-created.`,
    'watch-rollout': ({ workload }) => `Watch until ${workload} is rolled out.`,
    'restart-bootstrap': () => 'Restart the bootstrap: it applies the CRDs and makes a missing MeshConfig.',
    'set-image': ({ container, image }) => `Set the image of container "${container}" to ${image}.`,
    'show-revisions': ({ workload }) => `List the earlier revisions of ${workload}.`,
    'inspect-pod': ({ pod }) => `Look at Pod ${pod} and its events.`,
    'inspect-events': ({ namespace }) => `Look at what is and what happens in namespace ${namespace}.`,
    'inspect-logs': ({ pod, container, previous }) =>
      `Read the ${previous ? 'previous ' : ''}log of container "${container}" in Pod ${pod}.`,
    'inspect-nodes': () => 'Look at the nodes: conditions, taints, free resources.',
    'inspect-webhook': ({ webhook }) => `Look at ${webhookOf(webhook)}: Service, CA, failurePolicy.`,
    'inspect-workloads': ({ namespace }) =>
      `See which workloads of the mesh there are (namespace ${namespace}).`,
    'inspect-service': ({ service }) => `Look at ${service} and at what runs behind it.`,
    'inspect-mesh-config': () => 'Look at the MeshConfig.',
    'inspect-crds': () => 'List the CRDs of the mesh.',
    'inspect-smi-api': ({ groupVersion }) => `Ask the API server what it serves in ${groupVersion}.`,
    'inspect-secret-name': ({ secret }) =>
      `See whether Secret ${secret} exists and which keys it has, without their content.`,
    'inspect-rbac': ({ account, verb, resource }) => `Ask whether ${account} may ${verb} ${resource}.`,
    'inspect-error-code': ({ errorCode }) => `Read what ${errorCode} means in this version.`,
    'inspect-annotation': ({ namespace }) => `Look at the labels and annotations of namespace ${namespace}.`,
    'inspect-quota': ({ namespace }) => `Look at the quotas of namespace ${namespace}.`,
    'fix-binding-subject': ({ binding, namespace }) =>
      `Bind the account of namespace ${namespace}: ClusterRoleBinding ${binding} always names osm-system.`,
    'restore-rbac': ({ release }) => `Restore the roles and bindings of Helm release ${release}.`,
    'delete-secret': ({ secret }) => `Delete Secret ${secret}, so that tresor makes a new one.`,
    'delete-webhook': ({ webhook }) =>
      `Delete webhook configuration ${webhook}, which no mesh needs any more.`,
    'raise-memory': ({ container }) => `Raise the memory limit of container "${container}".`,
    'fix-annotation': ({ namespace, key }) =>
      `Clear the invalid annotation ${key} of namespace ${namespace}.`,
    'scale-up': ({ workload }) => `Scale ${workload} up again.`,
    'clear-conversion': ({ crd }) => `Take the conversion webhook out of CRD ${crd}.`,
    reinstall: ({ mesh, namespace }) =>
      `Install the control plane of mesh ${mesh} in namespace ${namespace} again.`,
    'delay-liveness': ({ workload, container }) =>
      `Give container "${container}" of ${workload} more time before its liveness probe counts.`,
    'turn-on-debug-log': () => 'Set the log level of the mesh to debug.',
  },
  effects: {
    'removes-labels-and-annotations': ({ keys }) =>
      `Removes these labels and annotations of the namespace: ${list(keys, 8)}.`,
    'drops-ignore-label': () => 'That includes the ignore label: the next command sets it again.',
    'restarts-pods': ({ workloads }) => `Re-creates the Pods of ${list(workloads)}, one after the other.`,
    'stops-injection': ({ namespace }) =>
      `New Pods in namespace ${namespace} get no sidecar any more; running Pods keep theirs.`,
    'deletes-object': ({ object }) => `Deletes ${object}.`,
    'changes-workload': ({ workload }) =>
      workload.startsWith('release/')
        ? 'Applies every object of the release again: what was changed in them since may be undone.'
        : `Changes ${workload} in the cluster; the chart or manifest it comes from stays as it is.`,
    'new-root-certificate': () =>
      'With tresor this makes a new root certificate: restart controller, injector and bootstrap afterwards, all three.',
  },
  before: {
    'webhook-dead-lock': ({ webhook }, answer) => {
      const name = webhookOf(webhook);
      return {
        clear:
          webhook === ''
            ? 'No webhook is asked about the new Pods.'
            : `${capital(name)} has a Ready Pod behind it and does not block the new Pods.`,
        blocked: `${capital(name)} is asked about the new Pods and has no Ready Pod behind it: they would not be created.`,
        known: `${capital(name)} is asked about the new Pods.`,
        'check-first':
          webhook === ''
            ? 'Check first that no webhook would reject the new Pods.'
            : `Check first that ${name} has a Ready Pod behind it: it fails closed.`,
      }[answer];
    },
    'label-owner': ({ manager, time }, answer) => {
      const owner = `${manager === '' ? 'an unknown writer' : `"${manager}"`}${time === '' ? '' : ` at ${time}`}`;
      return {
        clear: `The label was set by ${owner}; nothing sets it again by itself.`,
        blocked: `The label is set by ${owner}, which sets it again: change it there.`,
        known: `The label was set by ${owner}. If that is an automatic tool, change it there too.`,
        'check-first': 'Check first who sets the label: an automatic tool would set it again.',
      }[answer];
    },
    'image-exists': ({ image }, answer) =>
      ({
        clear: `Nothing known speaks against image ${image}.`,
        blocked: `Image ${image} cannot be pulled.`,
        known: `Image ${image} is in use in this cluster.`,
        'check-first': `Check first that the registry has image ${image}.`,
      })[answer],
    'secret-in-use': ({ secret }, answer) =>
      ({
        clear: `Nothing else is known to use Secret ${secret}.`,
        blocked: `Secret ${secret} is in use elsewhere: deleting it breaks that.`,
        known: `Controller and injector read Secret ${secret} when they start.`,
        'check-first': `Check first that Secret ${secret} is made by tresor and used by nothing else.`,
      })[answer],
    'webhook-unused': ({ webhook }, answer) =>
      ({
        clear: `No mesh needs "${webhook}" any more.`,
        blocked: `A mesh is installed that needs "${webhook}".`,
        known: `A mesh is installed that needs "${webhook}".`,
        'check-first': `Check first that no mesh needs "${webhook}" any more: this lists the injectors there are.`,
      })[answer],
    'release-exists': ({ release }, answer) =>
      ({
        clear: `Helm release "${release}" exists.`,
        blocked: `There is no Helm release "${release}".`,
        known: `Helm release "${release}" exists.`,
        'check-first': `Check first that Helm knows release "${release}".`,
      })[answer],
    'manifest-source': ({ workload }, answer) =>
      ({
        clear: `Nothing is known to write ${workload} back.`,
        blocked: `An automatic tool writes ${workload} back: change it there.`,
        known: `${workload} comes from a chart or manifest: change it there too, or the next upgrade undoes this.`,
        'check-first': `Check first where ${workload} comes from (Helm values, GitOps): the next upgrade may undo this.`,
      })[answer],
  },
  equivalent: 'the same with kubectl',
} satisfies RemedyTexts;

import type { Subject } from '#diagnosis/finding.ts';
import type { CauseTexts } from '#i18n/types/causes.ts';
import { productName } from '../../products.ts';
import { capital, list, namespaceOf, says, sentences, webhookOf } from '../words.ts';

/** The workload of a subject where it has one, else its own name. */
export function nameOf(subject: Subject): string {
  return subject.workload ?? subject.name;
}

/** `osm-controller and osm-injector`, or `the control plane`. */
export function workloadsOf(workloads: readonly string[]): string {
  return workloads.length === 0 ? 'the control plane' : list(workloads);
}

/** Causes that keep Pods from being created, scheduled or started (facts §3, §9). */
export const beforeStartCauses = {
  'injected-by-other-mesh': {
    headline: ({ injector, injectorNamespace, workloads }) =>
      injector === ''
        ? `Another mesh injected its sidecar into ${workloadsOf(workloads)}.`
        : `Mesh ${injector}${injectorNamespace === '' ? '' : ` (namespace ${injectorNamespace})`} injected its sidecar into ${workloadsOf(workloads)}.`,
    explanation: ({ enrolled }, subject) =>
      sentences(
        'The sidecar takes over the probes of the Pod, and answers only after the other mesh has configured it; its iptables rules usually redirect the traffic to the API server too, and its admin port 6060 is that of the Pipy repo.',
        enrolled
          ? `${capital(namespaceOf(subject))} is still enrolled there, so every new Pod gets the sidecar again.`
          : `${capital(namespaceOf(subject))} is no longer enrolled there; the running Pods keep the sidecar until they are re-created.`,
      ),
  },
  'enrolled-in-other-mesh': {
    headline: ({ mesh, namespace }) =>
      `Namespace ${namespace} of this control plane is enrolled in mesh ${mesh}.`,
    explanation: ({ mesh }) =>
      `No Pod of the control plane carries its sidecar yet, but mesh ${mesh} can inject one into every Pod that is re-created here. Running Pods do not change.`,
  },
  'enrolled-in-own-mesh': {
    headline: ({ mesh, namespace }) =>
      `Namespace ${namespace} is enrolled in mesh ${mesh}, whose control plane it holds.`,
    explanation: () =>
      'No sidecar follows from this: a mesh never injects into its own namespace. But its webhook may be asked about every new Pod here and fails closed: while no injector runs, the injector itself cannot be created.',
  },
  'injected-by-other-product': {
    headline: ({ product, workloads }) =>
      `${productName(product)} injected its sidecar into ${workloadsOf(workloads)}.`,
    explanation: ({ product }, subject) =>
      `A proxy of ${productName(product)} stands between the control plane, its probes and the API server. It is injected because of the settings of ${productName(product)} for ${namespaceOf(subject)}; running Pods keep it until they are re-created.`,
  },
  'image-not-pullable': {
    headline: ({ image }) => `Image ${image} cannot be pulled.`,
    explanation: ({ container, init, failure }) =>
      sentences(
        `${init ? 'Init container' : 'Container'} "${container}" does not start without it${init ? ', and all others wait for it' : ', so its Pod cannot become Ready'}.`,
        failure === 'not-found' && 'The registry has no image of this name and tag.',
        failure === 'unauthorized' && 'The registry refuses access, or hides that the image does not exist.',
        failure === 'rate-limit' && 'The registry limits the number of pulls.',
        failure === 'network' && 'The node does not reach the registry.',
        failure === 'invalid-name' && 'The image name is not valid.',
      ),
  },
  'bootstrap-not-ready': {
    headline: ({ init }) =>
      init === ''
        ? 'Controller and injector wait for the bootstrap, which is not Ready.'
        : `The bootstrap is not Ready, and ${init.includes(',') ? 'init containers' : 'init container'} ${init} wait${init.includes(',') ? '' : 's'} for it.`,
    explanation: () =>
      'Controller and injector start only after the bootstrap has answered on its health port. They wait about 4 to 6 minutes, fail, and start over. When the bootstrap runs, they follow by themselves.',
  },
  'webhook-ca-mismatch': {
    headline: ({ webhook }) => `The API server does not trust the certificate of ${webhookOf(webhook)}.`,
    explanation: () =>
      'The CA in the webhook configuration did not sign the certificate that the injector serves, so no Pod passes. This follows when the CA Secret was replaced and not every Deployment was restarted, or when two meshes have the same name. From osm-edge 1.2 on the probe of the injector stays green.',
  },
  'stale-webhook-configuration': {
    headline: ({ configuration, service }) =>
      `Webhook configuration ${configuration} calls Service ${service}, which no Deployment serves.`,
    explanation: () =>
      'The processes of a mesh write their webhook configurations themselves, so an interrupted uninstall leaves them behind. They fail closed: the API server rejects every Pod that it would have to ask about.',
  },
  'webhook-unreachable': {
    headline: ({ webhook }) =>
      `The API server does not reach ${webhookOf(webhook)}, so Pods cannot be created.`,
    explanation: () =>
      'The webhook fails closed. Either no injector runs behind it, or a network policy or firewall blocks the way from the API server to port 9090. From osm-edge 1.2 on the probe of the injector says nothing about that port.',
  },
  'webhook-denies-pods': {
    headline: ({ webhook }) => `${capital(webhookOf(webhook))} rejects the Pods of the control plane.`,
    explanation: ({ message }) =>
      sentences('The webhook is reached and says no, so no new Pod is created.', says('Its reason', message)),
  },
  'quota-or-policy-rejects-pods': {
    headline: (_, subject) =>
      `The API server rejects the Pods of ${nameOf(subject)} by a quota, a Pod security rule or another policy.`,
    explanation: ({ message }) =>
      sentences(
        'As long as the Pods are not admitted, the workload gets no new ones.',
        says('It says', message),
      ),
  },
  'invalid-injection-annotation': {
    headline: ({ value }, subject) =>
      `The injection annotation of ${namespaceOf(subject)} ${value === '' ? 'is invalid' : `has the invalid value "${value}"`}, and Pods are rejected.`,
    explanation: () =>
      'The injector of the mesh in which the namespace is enrolled accepts enabled, yes, true, disabled, no and false. On any other value it denies the request, so new Pods are not created; running ones stay.',
  },
  'node-resources': {
    headline: (_, subject) => `No node has the CPU or memory that ${nameOf(subject)} asks for.`,
    explanation: ({ message }) =>
      sentences(
        'The Pod stays Pending, so nothing answers its probes.',
        says('The scheduler says', message),
        'By default the controller asks for 0.5 CPU, injector and bootstrap for 0.3 each.',
      ),
  },
  'node-constraints': {
    headline: (_, subject) => `No node fits the constraints of ${nameOf(subject)}.`,
    explanation: ({ message }) =>
      sentences(
        'Affinity, taints or volumes rule out every node, so the Pod stays Pending. The chart admits only Linux nodes with amd64 or arm64.',
        says('The scheduler says', message),
      ),
  },
  'config-object-missing': {
    headline: (_, subject) =>
      `${nameOf(subject)} refers to a ConfigMap, a Secret or a volume that is not available.`,
    explanation: ({ message }) =>
      sentences(
        'The kubelet starts the containers only when all of them are there.',
        says('The kubelet says', message),
      ),
  },
  'pod-network': {
    headline: (_, subject) => `The node cannot create the sandbox or the network of ${nameOf(subject)}.`,
    explanation: ({ message }) =>
      sentences(
        'This happens before any container of the mesh starts; the network plugin or the container runtime of the node is at fault.',
        says('The kubelet says', message),
      ),
  },
  'node-failure': {
    headline: (_, subject) => `The node of ${nameOf(subject)} failed or removed the Pod.`,
    explanation: ({ message }) =>
      sentences(
        'The Pod is not Ready because of its node, whatever its processes do.',
        says('The message says', message),
      ),
  },
  'second-mesh-refused': {
    headline: (_, subject) => `The chart refuses to install mesh ${subject.mesh} beside the one that exists.`,
    explanation: ({ message }) =>
      sentences(
        'The pre-install Job stops the installation: a mesh enforces to be the only one, which is the default, or the namespace already has a mesh.',
        says('It says', message),
        'Two meshes need enforceSingleMesh=false on both.',
      ),
  },
  'scaled-to-zero': {
    headline: ({ component }) => `${component} is scaled to 0 replicas.`,
    explanation: ({ component }) =>
      `Somebody or something set the number of replicas of ${component} to 0. Nothing is broken in it; it does not run.`,
  },
  'component-deleted': {
    headline: ({ component }) => `The Deployment of ${component} does not exist.`,
    explanation: ({ component }) =>
      `The other parts of the control plane are there, but ${component} is not. The chart of the same version brings it back.`,
  },
  'control-plane-removed': {
    headline: (_, subject) =>
      `The controller of ${subject.mesh === '' ? 'the mesh' : `mesh ${subject.mesh}`} is gone, but parts of the mesh remain.`,
    explanation: ({ remains }) =>
      sentences(
        remains.length > 0 && `Still there: ${list(remains, 8)}.`,
        'A webhook configuration that remains fails closed and can keep Pods from being created.',
      ),
  },
} satisfies Partial<CauseTexts>;

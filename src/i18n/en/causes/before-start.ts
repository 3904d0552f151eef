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
        'The sidecar takes over the probes of the Pod and answers only after the other mesh has configured it. Its iptables rules usually also redirect traffic to the API server, and its admin port 6060 conflicts with that of the Pipy repo.',
        enrolled
          ? `${capital(namespaceOf(subject))} is still enrolled in it, so every new Pod gets the sidecar again.`
          : `${capital(namespaceOf(subject))} is no longer enrolled in it, but running Pods keep the sidecar until they are re-created.`,
      ),
  },
  'enrolled-in-other-mesh': {
    headline: ({ mesh, namespace }) =>
      `Namespace ${namespace} of this control plane is enrolled in mesh ${mesh}.`,
    explanation: ({ mesh }) =>
      `No Pod of the control plane has a sidecar of mesh ${mesh} yet, but every Pod that is re-created here can get one. Running Pods do not change.`,
  },
  'enrolled-in-own-mesh': {
    headline: ({ mesh, namespace }) => `Namespace ${namespace} is enrolled in its own mesh ${mesh}.`,
    explanation: () =>
      'This does not lead to a sidecar: a mesh never injects into its own namespace. However, its webhook may be called for every new Pod here, and it fails closed: while no injector is running, the injector itself cannot be created.',
  },
  'injected-by-other-product': {
    headline: ({ product, workloads }) =>
      `${productName(product)} injected its sidecar into ${workloadsOf(workloads)}.`,
    explanation: ({ product }, subject) =>
      `A proxy of ${productName(product)} intercepts traffic between the control plane, its probes and the API server. It is injected because of the settings of ${productName(product)} for ${namespaceOf(subject)}; running Pods keep it until they are re-created.`,
  },
  'image-not-pullable': {
    headline: ({ image }) => `Image ${image} cannot be pulled.`,
    explanation: ({ container, init, failure }) =>
      sentences(
        `${init ? 'Init container' : 'Container'} "${container}" cannot start without the image${init ? ', and all other containers wait for it' : ', so its Pod cannot become Ready'}.`,
        failure === 'not-found' && 'The registry has no image with this name and tag.',
        failure === 'unauthorized' &&
          'The registry denies access. Some registries also respond like this when the image does not exist.',
        failure === 'rate-limit' && 'The registry limits the number of image pulls.',
        failure === 'network' && 'The node cannot reach the registry.',
        failure === 'invalid-name' && 'The image name is not valid.',
      ),
  },
  'bootstrap-not-ready': {
    headline: ({ init }) =>
      init === ''
        ? 'The controller and the injector wait for the bootstrap, which is not Ready.'
        : `The bootstrap is not Ready, and ${init.includes(',') ? 'init containers' : 'init container'} ${init} wait${init.includes(',') ? '' : 's'} for it.`,
    explanation: () =>
      'The controller and the injector start only after the bootstrap answers on its health port. Their init containers wait about 4 to 6 minutes, fail, and start over. Once the bootstrap is running, both start by themselves.',
  },
  'webhook-ca-mismatch': {
    headline: ({ webhook }) => `The API server does not trust the certificate of ${webhookOf(webhook)}.`,
    explanation: () =>
      'The CA in the webhook configuration did not sign the certificate that the injector serves, so every Pod is rejected. This happens when the CA Secret was replaced and not every Deployment was restarted, or when two meshes have the same name. Since osm-edge 1.2, the probe of the injector still passes in this case.',
  },
  'stale-webhook-configuration': {
    headline: ({ configuration, service }) =>
      `Webhook configuration ${configuration} calls Service ${service}, which no Deployment serves.`,
    explanation: () =>
      'Mesh processes create their webhook configurations themselves, so an interrupted uninstallation leaves them behind. They fail closed: the API server rejects every request for which it would have to call them.',
  },
  'webhook-unreachable': {
    headline: ({ webhook }) =>
      `The API server cannot reach ${webhookOf(webhook)}, so Pods cannot be created.`,
    explanation: () =>
      'The webhook fails closed. Either no injector is running behind it, or a network policy or firewall blocks traffic from the API server to port 9090. Since osm-edge 1.2, the probe of the injector does not cover that port.',
  },
  'webhook-denies-pods': {
    headline: ({ webhook }) => `${capital(webhookOf(webhook))} rejects the Pods of the control plane.`,
    explanation: ({ message }) =>
      sentences(
        'The webhook is called and denies the request, so no new Pod is created.',
        says('Reason', message),
      ),
  },
  'quota-or-policy-rejects-pods': {
    headline: (_, subject) =>
      `The API server rejects the Pods of ${nameOf(subject)} because of a quota, a Pod security rule or another policy.`,
    explanation: ({ message }) =>
      sentences(
        'While the Pods are rejected, no new Pods are created for the workload.',
        says('Message', message),
      ),
  },
  'invalid-injection-annotation': {
    headline: ({ value }, subject) =>
      `The injection annotation of ${namespaceOf(subject)} ${value === '' ? 'is invalid' : `has the invalid value "${value}"`}, and Pods are rejected.`,
    explanation: () =>
      'The injector of the mesh in which the namespace is enrolled accepts enabled, yes, true, disabled, no and false. With any other value, it denies the request, so new Pods are not created. Running Pods are not affected.',
  },
  'node-resources': {
    headline: (_, subject) => `No node has the CPU or memory that ${nameOf(subject)} requests.`,
    explanation: ({ message }) =>
      sentences(
        'The Pod stays Pending, so nothing answers its probes.',
        says('The scheduler reports', message),
        'By default, the controller requests 0.5 CPU; the injector and the bootstrap request 0.3 each.',
      ),
  },
  'node-constraints': {
    headline: (_, subject) => `No node meets the constraints of ${nameOf(subject)}.`,
    explanation: ({ message }) =>
      sentences(
        'Affinity, taints or volumes rule out every node, so the Pod stays Pending. The chart allows only Linux nodes with amd64 or arm64.',
        says('The scheduler reports', message),
      ),
  },
  'config-object-missing': {
    headline: (_, subject) =>
      `${nameOf(subject)} refers to a ConfigMap, a Secret or a volume that is not available.`,
    explanation: ({ message }) =>
      sentences(
        'The kubelet starts the containers only when all of these are available.',
        says('The kubelet reports', message),
      ),
  },
  'pod-network': {
    headline: (_, subject) => `The node cannot create the sandbox or the network of ${nameOf(subject)}.`,
    explanation: ({ message }) =>
      sentences(
        'This happens before any container of the mesh starts. The cause is the network plugin or the container runtime of the node.',
        says('The kubelet reports', message),
      ),
  },
  'node-failure': {
    headline: (_, subject) => `The node of ${nameOf(subject)} failed or evicted the Pod.`,
    explanation: ({ message }) =>
      sentences(
        'The Pod is not Ready because of its node, even if its processes work.',
        says('Message', message),
      ),
  },
  'second-mesh-refused': {
    headline: (_, subject) => `The chart refuses to install mesh ${subject.mesh} next to the existing mesh.`,
    explanation: ({ message }) =>
      sentences(
        'The pre-install Job stops the installation: a mesh has enforceSingleMesh set, which is the default, or the namespace already has a mesh.',
        says('Message', message),
        'To run two meshes, set enforceSingleMesh=false on both.',
      ),
  },
  'scaled-to-zero': {
    headline: ({ component }) => `${component} is scaled to 0 replicas.`,
    explanation: ({ component }) =>
      `A person or a tool set the number of replicas of ${component} to 0. Nothing in it is broken; it is not running.`,
  },
  'component-deleted': {
    headline: ({ component }) => `The Deployment of ${component} does not exist.`,
    explanation: ({ component }) =>
      `The other parts of the control plane exist, but ${component} does not. The Helm chart of the same version restores it.`,
  },
  'control-plane-removed': {
    headline: (_, subject) =>
      `The controller of ${subject.mesh === '' ? 'the mesh' : `mesh ${subject.mesh}`} does not exist, but parts of the mesh are left over.`,
    explanation: ({ remains }) =>
      sentences(
        remains.length > 0 && `Left over: ${list(remains, 8)}.`,
        'A webhook configuration that is left over fails closed and can prevent Pods from being created.',
      ),
  },
} satisfies Partial<CauseTexts>;

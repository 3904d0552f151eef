import type { FindingParams } from '#diagnosis/registry.ts';
import type { Subject } from '#diagnosis/subject.ts';
import type { FindingTexts } from '#i18n/types/findings.ts';
import { productName } from '#i18n/products.ts';
import { capital, containerOf, list, namespaceOf, sentences } from '#i18n/en/words.ts';

type StraySidecar = FindingParams['stray-sidecar'];

/** How the injecting mesh was told (facts §1.4). */
function basisOf({ basis, injector, injectorNamespace }: StraySidecar): string {
  const mesh = injector === '' ? 'the injecting mesh' : `mesh ${injector}`;
  switch (basis) {
    case 'mesh-name-env':
      return `Its environment variable MESH_NAME names ${mesh}.`;
    case 'repo-url':
      return injectorNamespace === ''
        ? `Its repo URL points to the controller of ${mesh}.`
        : `Its repo URL points to the controller in namespace ${injectorNamespace}.`;
    case 'namespace-label':
      return `The label of the namespace names ${mesh}; the sidecar itself does not show which mesh injected it.`;
    case 'unknown':
      return 'Nothing in the Pod shows which mesh injected it.';
    default:
      return basis satisfies never;
  }
}

function afterEnrolment({ enrolment, injector }: StraySidecar, subject: Subject): string {
  const namespace = namespaceOf(subject);
  switch (enrolment) {
    case 'active':
      return sentences(
        `${capital(namespace)} is still enrolled${injector === '' ? '' : ` in mesh ${injector}`}, so a new Pod gets the sidecar again.`,
        'Remove the namespace from the mesh first, then restart the workload.',
      );
    case 'removed':
      return `${capital(namespace)} is no longer enrolled, but a running Pod keeps its sidecar until it is re-created. Restart the workload.`;
    case 'ignored':
      return `${capital(namespace)} has the ignore label, so new Pods get no sidecar. Restart the workload to remove this one.`;
    case 'unknown':
      return `It is not known whether ${namespace} is still enrolled. Check its labels before the restart.`;
    default:
      return enrolment satisfies never;
  }
}

export const straySidecarFindings = {
  'stray-sidecar': {
    title: ({ injector }) =>
      injector === '' ? 'has a stray sidecar of an unknown mesh' : `has a sidecar of mesh ${injector}`,
    explanation: (params) =>
      sentences(
        `${capital(containerOf(params))}${params.image === '' ? '' : ` (${params.image})`} is not part of the control plane; an injector added it.`,
        params.marks.length > 0 && `Signs of injection: ${list(params.marks)}.`,
        basisOf(params),
        'An injector never injects into its own namespace, so another mesh injected this sidecar.',
        "The sidecar takes over the Pod's probes and usually its traffic, and answers only after that mesh has configured it.",
      ),
    next: afterEnrolment,
  },
  'foreign-mesh-sidecar': {
    title: ({ product, container }) => `runs a sidecar of ${productName(product)}, container "${container}"`,
    explanation: ({ product, container, image }) =>
      `Container "${container}"${image === '' ? '' : ` (${image})`} comes from ${productName(product)}, not from this mesh. The guide does not cover this case, but the effect is the same: a proxy intercepts traffic between the Pod, its probes and the API server.`,
    next: ({ product }, subject) =>
      `Turn off injection by ${productName(product)} for ${namespaceOf(subject)}, then re-create the Pods.`,
  },
  'injection-label-only': {
    title: ({ label }) => `has label ${label}, but no sidecar`,
    explanation: ({ label }) =>
      `The injector sets label ${label}. In FSM 1.5 and later, the NodeLevel mode sets only this label and adds no container. The label alone does not mean that there is a stray sidecar.`,
    next: () => 'It does not explain a failing probe. Continue with the events.',
  },
  'namespace-enrolled': {
    title: ({ mesh, injection, injectionEnabled }) =>
      injectionEnabled
        ? `enrolled in mesh ${mesh}, injection on`
        : `enrolled in mesh ${mesh}, injection not active${injection === '' ? '' : ` ("${injection}")`}`,
    explanation: ({ mesh, injectionEnabled, setBy, setAt }) =>
      sentences(
        injectionEnabled
          ? `Every new Pod in this namespace gets a sidecar of mesh ${mesh}, unless an annotation of the Pod disables it. This includes control-plane Pods.`
          : `With the settings of this namespace, new Pods get no sidecar of mesh ${mesh}. However, unless the namespace has the ignore or control-plane label, a Pod whose own annotation enables injection still gets one.`,
        'Running Pods do not change until they are re-created.',
        setBy !== '' && `The label was set by ${setBy}${setAt === '' ? '' : ` at ${setAt}`}.`,
      ),
    next: ({ injectionEnabled }) =>
      injectionEnabled
        ? 'Remove the namespace from the mesh, protect it with the ignore label, then restart the workloads that have a sidecar.'
        : 'A control-plane namespace does not need to be enrolled. Find out who set the label, then remove the namespace from the mesh.',
  },
  'namespace-enrolled-in-own-mesh': {
    title: ({ mesh }) => `is enrolled in its own mesh ${mesh}`,
    explanation: ({ mesh, guardedBy }) =>
      sentences(
        `This does not lead to a sidecar: mesh ${mesh} never injects into its own namespace.`,
        guardedBy === ''
          ? 'However, no label of the namespace excludes it from the webhook of the mesh: the webhook is called for every new Pod here and fails closed. While no injector is running, the injector itself cannot be created.'
          : `The label "${guardedBy}" of the namespace also excludes the Pods here from its webhook.`,
      ),
    next: ({ guardedBy }) =>
      guardedBy === ''
        ? 'Remove the namespace from the mesh before the next restart of the injector.'
        : 'Enrolling this namespace has no effect, so it can be removed from the mesh.',
  },
  'invalid-injection-annotation': {
    title: ({ value }) =>
      value === ''
        ? 'injection annotation is empty'
        : `injection annotation has the invalid value "${value}"`,
    explanation: ({ key }, subject) =>
      sentences(
        `The valid values of annotation ${key} are enabled, yes, true, disabled, no and false.`,
        subject.kind === 'Namespace'
          ? 'With any other value, the injector of the mesh in which the namespace is enrolled rejects every new Pod here. Running Pods are not affected.'
          : 'With any other value, the injector rejects the Pod when it is created in an enrolled namespace.',
      ),
    next: () =>
      'Correct or remove the annotation. FailedCreate events of the ReplicaSets show whether Pods were rejected.',
  },
  'pipy-image-in-unknown-container': {
    title: ({ container }) => `container "${container}" has a Pipy image, but no sign of injection`,
    explanation: ({ image }) =>
      `The image${image === '' ? '' : ` ${image}`} alone proves nothing: the Pipy repo of a healthy controller also uses a Pipy image. No label, volume, argument or probe of this Pod is a sign of injection.`,
    next: () => 'Compare the container with the Pod template of the Deployment: it may be defined there.',
  },
  'unexpected-container': {
    title: ({ container }) => `container "${container}" is not part of the control plane`,
    explanation: ({ container, image }) =>
      `Container "${container}"${image === '' ? '' : ` (${image})`} belongs neither to the chart nor to a known sidecar. It shares the network of the Pod, so it can take ports that others need. The Pod is Ready only when every container is Ready.`,
    next: () => 'Find out what adds it: the Pod template of the Deployment, or another admission webhook.',
  },
  'sidecar-in-template': {
    title: ({ container }) => `the Pod template contains the sidecar container "${container}"`,
    explanation: ({ containers, image }, subject) =>
      `The Deployment${subject.kind === 'Deployment' ? ` ${subject.name}` : ''} itself defines ${containers.length === 0 ? 'a sidecar' : list(containers.map((name) => `"${name}"`))}${image === '' ? '' : ` (${image})`}, so every new Pod gets the sidecar. No webhook is involved: this happens when a manifest is applied that was exported from an injected Pod or prepared by an injection tool.`,
    next: () => 'Find out who applied the manifest, and remove the sidecar from the Pod template.',
  },
} satisfies Partial<FindingTexts>;

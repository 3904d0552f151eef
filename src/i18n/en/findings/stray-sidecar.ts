import type { FindingParams } from '#diagnosis/registry.ts';
import type { Subject } from '#diagnosis/finding.ts';
import type { FindingTexts } from '#i18n/types/findings.ts';
import { productName } from '../../products.ts';
import { capital, containerOf, list, namespaceOf, sentences } from '../words.ts';

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
      return `The namespace's label names ${mesh}; the sidecar itself does not say who injected it.`;
    case 'unknown':
      return 'Nothing in the Pod says which mesh injected it.';
    default:
      return basis satisfies never;
  }
}

function afterEnrolment({ enrolment, injector }: StraySidecar, subject: Subject): string {
  const namespace = namespaceOf(subject);
  switch (enrolment) {
    case 'active':
      return sentences(
        `${capital(namespace)} is still enrolled${injector === '' ? '' : ` in mesh ${injector}`}: a new Pod gets the sidecar again.`,
        'End the enrolment first, then restart the workload.',
      );
    case 'removed':
      return `${capital(namespace)} is no longer enrolled, but a running Pod keeps its sidecar until it is re-created. Restart the workload.`;
    case 'ignored':
      return `${capital(namespace)} has the ignore label, so new Pods get no sidecar. Restart the workload to lose this one.`;
    case 'unknown':
      return `Whether ${namespace} is still enrolled is not known. Look at its labels before the restart.`;
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
        `${capital(containerOf(params))}${params.image === '' ? '' : ` (${params.image})`} is no part of the control plane; an injector put it there.`,
        params.marks.length > 0 && `Marks: ${list(params.marks)}.`,
        basisOf(params),
        'An injector never injects into its own namespace, so this is the work of another mesh.',
        "The sidecar takes over the Pod's probes and usually its traffic, and answers only after that mesh has configured it.",
      ),
    next: afterEnrolment,
  },
  'foreign-mesh-sidecar': {
    title: ({ product, container }) => `runs a sidecar of ${productName(product)}, container "${container}"`,
    explanation: ({ product, container, image }) =>
      `Container "${container}"${image === '' ? '' : ` (${image})`} comes from ${productName(product)}, not from this mesh. The guide does not cover it, but the effect is the same: a proxy stands between the Pod, its probes and the API server.`,
    next: ({ product }, subject) =>
      `Switch the injection by ${productName(product)} off for ${namespaceOf(subject)}, then re-create the Pods.`,
  },
  'injection-label-only': {
    title: ({ label }) => `carries label ${label}, but no sidecar`,
    explanation: ({ label }) =>
      `The injector writes label ${label}. In FSM 1.5 and later the mode NodeLevel writes only this label and adds no container. The label alone does not make a stray sidecar.`,
    next: () => 'It does not explain a failing probe. Go on with the events.',
  },
  'namespace-enrolled': {
    title: ({ mesh, injection, injectionEnabled }) =>
      injectionEnabled
        ? `enrolled in mesh ${mesh}, injection on`
        : `enrolled in mesh ${mesh}, injection not active${injection === '' ? '' : ` ("${injection}")`}`,
    explanation: ({ mesh, injectionEnabled, setBy, setAt }) =>
      sentences(
        injectionEnabled
          ? `Every new Pod here gets a sidecar of mesh ${mesh}, unless its own annotation says no. This holds for control-plane Pods too.`
          : `By the settings of the namespace new Pods get no sidecar of mesh ${mesh}. Unless the namespace has the label ignore or control-plane, a Pod that asks for one in its own annotation still gets it.`,
        'Running Pods do not change until they are re-created.',
        setBy !== '' && `The label was set by ${setBy}${setAt === '' ? '' : ` at ${setAt}`}.`,
      ),
    next: ({ injectionEnabled }) =>
      injectionEnabled
        ? 'End the enrolment, guard the namespace with the ignore label, then restart the workloads that have a sidecar.'
        : 'A control-plane namespace needs no enrolment. Find out who set the label, and end it.',
  },
  'namespace-enrolled-in-own-mesh': {
    title: ({ mesh }) => `is enrolled in its own mesh ${mesh}`,
    explanation: ({ mesh, guardedBy }) =>
      sentences(
        `No sidecar follows from this: mesh ${mesh} never injects into its own namespace.`,
        guardedBy === ''
          ? 'But no label of the namespace keeps the webhook of the mesh away: it is asked about every new Pod here and fails closed. While no injector runs, the injector itself cannot be created.'
          : `The label "${guardedBy}" of the namespace also keeps its webhook away from the Pods here.`,
      ),
    next: ({ guardedBy }) =>
      guardedBy === ''
        ? 'Remove the enrolment before the next restart of the injector.'
        : 'The enrolment has no use here and can be removed.',
  },
  'invalid-injection-annotation': {
    title: ({ value }) =>
      value === ''
        ? 'injection annotation is empty'
        : `injection annotation has the invalid value "${value}"`,
    explanation: ({ key }, subject) =>
      sentences(
        `Annotation ${key} takes enabled, yes, true, disabled, no or false.`,
        subject.kind === 'Namespace'
          ? 'With any other value the injector of the mesh in which the namespace is enrolled rejects every new Pod here. Running Pods stay as they are.'
          : 'With any other value the injector rejects the Pod when it is created in an enrolled namespace.',
      ),
    next: () =>
      'Correct or remove the annotation. FailedCreate events of the ReplicaSets show whether Pods were rejected.',
  },
  'pipy-image-in-unknown-container': {
    title: ({ container }) => `container "${container}" has a Pipy image, but no mark of injection`,
    explanation: ({ image }) =>
      `The image${image === '' ? '' : ` ${image}`} alone proves nothing: the Pipy repo of a healthy controller uses a Pipy image too. No label, volume, argument or probe of this Pod shows an injection.`,
    next: () =>
      'Compare the container with the Pod template of the Deployment: it may have been added there.',
  },
  'unexpected-container': {
    title: ({ container }) => `container "${container}" is no part of the control plane`,
    explanation: ({ container, image }) =>
      `Container "${container}"${image === '' ? '' : ` (${image})`} belongs neither to the chart nor to a known sidecar. It shares the network of the Pod, so it can take ports; and the Pod is Ready only when every container is.`,
    next: () => 'Find out who adds it: the Pod template of the Deployment, or another admission webhook.',
  },
} satisfies Partial<FindingTexts>;

import { count, list } from '#i18n/en/words.ts';
import { straySidecarFindings as findings } from './findings.en.ts';
import type { StepTexts } from '#i18n/types/steps.ts';
import type { sidecarFindings as definitions } from './findings.ts';
import type { sidecarStep } from './step.ts';
import type { ContainerRow } from './rows.ts';

/** The words of the tables and the screen. */
const words = {
  looked: (pods: number, containers: number, meshes: number, namespaces: number) =>
    `Checked ${count(pods, 'Pod')}, ${count(containers, 'container')}, ${count(meshes, 'mesh', 'meshes')}, ${count(namespaces, 'enrolled namespace')}.`,
  labels: {
    containersOf: (pod: string) => `Containers of ${pod}`,
    meshes: 'Meshes (like `osm mesh list`, from the API)',
    namespaces: 'Enrolled namespaces (like `osm namespace list`, from the API)',
  },
  columns: {
    verdict: 'ROLE',
    setBy: 'SET BY',
  },
  rows: {
    repoServer: (container: string) => `${container} is part of the mesh: expected`,
    cleanPod: (containers: readonly string[]) => `no unexpected container: ${list(containers)}`,
  },
  verdicts: {
    expected: 'control plane',
    'repo-server': 'Pipy repo: expected',
    sidecar: 'stray sidecar',
    'other-product': 'sidecar of another product',
    'pipy-unknown': 'Pipy image, origin unknown',
    unexpected: 'not part of the control plane',
  } satisfies Record<ContainerRow['verdict'], string>,
};

export type SidecarTexts = StepTexts<
  keyof typeof definitions,
  (typeof sidecarStep)['checks'][number]['id'],
  typeof words
>;

export const texts: SidecarTexts = {
  tab: 'Sidecar',
  question: 'Does a control-plane Pod run a stray Pipy sidecar?',
  guide: {
    title: 'Step 1: no Pipy sidecar in a control-plane Pod',
    paragraphs: [
      'Make sure that the unhealthy Pod of the controller or injector does not run a Pipy sidecar. List the images of its containers.',
      'If the Pod runs one, a mesh injected it by mistake. List the meshes of the cluster, and the namespaces that are enrolled in each of them.',
      'A control-plane namespace must not be in that list with SIDECAR-INJECTION enabled. If it is, remove it from the mesh that injects: run "osm namespace remove" with the name of that mesh.',
    ],
    stale: [
      'A Pipy image alone proves nothing: every default controller Pod has the container osm-pipy-repo. Check the container name, label, volume, arguments and probe ports.',
      'Since 1.1, "osm mesh list" prints two tables and has no column CONTROLLER PODS.',
      '"osm namespace list --mesh-name osm" never shows rows of osm2, because the flag is a filter. List without it and compare.',
      'The namespace osm-system2 in the remove command is a typing error for osm-system-2. It has no effect: the namespace commands do not read --osm-namespace.',
      'SIDECAR-INJECTION shows the raw annotation: it can also be yes or true, in uppercase or lowercase; "-" means that it is not set, and "disabled (ignored)" means that the ignore label is set.',
      'An injector never injects into its own namespace, so the sidecar always comes from another mesh.',
      'Removing the namespace from the mesh is not enough: running Pods keep the sidecar until they are re-created. Restart the workloads.',
    ],
  },
  checks: {
    containers: {
      question: 'Does a control-plane Pod run a container that does not belong in it?',
      passed: (looked) =>
        looked === 0
          ? 'There is no Pod to check.'
          : `${count(looked, 'Pod')} checked: no container shows signs of injection.`,
    },
    enrolment: {
      question: 'Is the namespace of the control plane enrolled in a mesh?',
      passed: (looked) =>
        looked === 0
          ? 'The namespace of the control plane is not enrolled in a mesh.'
          : 'No mesh injects sidecars into new Pods of this namespace.',
    },
    'other-meshes': {
      question: 'Did another product, such as Istio or Linkerd, inject a sidecar?',
      passed: () => 'No Pod has a sidecar of Istio, Linkerd or another product.',
    },
  },
  findings,
  words,
};

import type { ContainerRow, MeshRow, NamespaceRow } from './rows.ts';
import { age } from '#presentation/age.ts';
import type { Block, Mark } from '#presentation/blocks.ts';
import { severityMark } from '#presentation/marks.ts';
import type { PresentationInput } from '#presentation/screen-input.ts';

/** Containers, meshes and enrolled namespaces: what step 1 looked at. */
export function sidecarTables(input: PresentationInput): readonly Block[] {
  const { containers } = input.diagnosis.steps['stray-sidecar'].detail;
  const pods = [...new Set(containers.map(({ pod }) => pod))];
  return [
    ...pods.flatMap((pod) => containerTable(pod, input)),
    ...meshTable(input),
    ...namespaceTable(input),
  ];
}

/** The containers of one pod: container, image, and what it is. */
export function containerTable(pod: string, { diagnosis, texts }: PresentationInput): readonly Block[] {
  const { columns, labels, verdicts } = texts.steps['stray-sidecar'].words;
  const rows = diagnosis.steps['stray-sidecar'].detail.containers.filter((row) => row.pod === pod);
  if (rows.length === 0) return [];
  return [
    { kind: 'heading', level: 3, text: labels.containersOf(pod) },
    {
      kind: 'table',
      columns: ['CONTAINER', 'IMAGE', columns.verdict],
      rows: rows.map(({ container, image, init, verdict }) => [
        init ? `${container} (${texts.presentation.labels.init})` : container,
        image,
        verdicts[verdict],
      ]),
      marks: rows.map(({ verdict }) => containerMark(verdict)),
    },
  ];
}

/**
 * The guide's `osm mesh list`, built from the API. Each further pod and SMI kind has a row of its own: on one line
 * they would not fit a terminal.
 */
export function meshTable({ diagnosis, texts }: PresentationInput): readonly Block[] {
  const { meshes } = diagnosis.steps['stray-sidecar'].detail;
  if (meshes.length === 0) return [];
  return [
    { kind: 'heading', level: 3, text: texts.steps['stray-sidecar'].words.labels.meshes },
    {
      kind: 'table',
      columns: ['MESH NAME', 'NAMESPACE', 'CONTROLLER PODS', 'VERSION', 'SMI SUPPORTED'],
      rows: meshes.flatMap(meshLines),
    },
  ];
}

function meshLines({ controllerPods, name, namespace, smi, version }: MeshRow): readonly string[][] {
  const further = Math.max(controllerPods.length, smi.length) - 1;
  return [
    // What the osm command itself prints when it cannot tell (facts §4).
    [dash(name), namespace, controllerPods[0] ?? '-', dash(version), smi[0] ?? 'Unknown'],
    ...Array.from({ length: Math.max(0, further) }, (_, index) => [
      '',
      '',
      controllerPods[index + 1] ?? '',
      '',
      smi[index + 1] ?? '',
    ]),
  ];
}

/** The guide's `osm namespace list`, built from the API, and who set the label. */
export function namespaceTable(input: PresentationInput): readonly Block[] {
  const { columns, labels } = input.texts.steps['stray-sidecar'].words;
  const { namespaces } = input.diagnosis.steps['stray-sidecar'].detail;
  if (namespaces.length === 0) return [];
  return [
    { kind: 'heading', level: 3, text: labels.namespaces },
    {
      kind: 'table',
      columns: ['NAMESPACE', 'MESH', 'SIDECAR-INJECTION', columns.setBy],
      rows: namespaces.map((row) => [row.namespace, dash(row.mesh), row.injection, writer(row, input.now)]),
      marks: namespaces.map((row) => namespaceMark(row, input)),
    },
  ];
}

function writer({ setAt, setBy }: NamespaceRow, now: string): string {
  if (setBy === '') return '-';
  return setAt === '' ? setBy : `${setBy} (${age(setAt, now)} ago)`;
}

export function containerMark(verdict: ContainerRow['verdict']): Mark {
  switch (verdict) {
    case 'expected':
      return 'ok';
    case 'repo-server':
      return 'info';
    case 'sidecar':
    case 'other-product':
      return 'critical';
    case 'pipy-unknown':
    case 'unexpected':
      return 'warning';
    default:
      return verdict satisfies never;
  }
}

/** A namespace is as bad as what the step found about it; an enrolled application namespace is nothing to mark. */
function namespaceMark({ namespace }: NamespaceRow, { diagnosis }: PresentationInput): Mark | undefined {
  const finding = diagnosis.steps['stray-sidecar'].findings.find(
    ({ subject }) => subject.kind === 'Namespace' && subject.name === namespace,
  );
  return finding === undefined ? undefined : severityMark(finding.severity);
}

function dash(text: string): string {
  return text === '' ? '-' : text;
}

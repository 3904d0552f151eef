import type { MeshDiagnosis } from '#diagnosis/diagnosis.ts';
import { flavourList } from '#mesh/flavours.ts';
import type { Block } from './blocks.ts';
import type { PresentationInput } from './screen-input.ts';
import { clusterLine } from './shell.ts';

/** Is the answer that there is no control plane? Its checks then lack nothing: they have nothing to look at. */
export function hasNoControlPlane({ verdict }: MeshDiagnosis): boolean {
  return verdict.status === 'no-control-plane';
}

/** What was looked for in vain, and how to go on: the right cluster first, then the mesh in it. */
export function noControlPlaneBlocks({ run, texts }: PresentationInput): readonly Block[] {
  const words = texts.presentation.noControlPlane;
  const command = (argv: readonly string[], text: string): Block => ({
    kind: 'command',
    command: clusterLine(argv, run),
    equivalents: [],
    text,
    notes: [],
  });
  const apps = [...new Set(flavourList.map(({ apps: { controller } }) => controller))];
  return [
    { kind: 'paragraph', text: words.lookedFor(apps, run.target.namespace) },
    { kind: 'heading', level: 3, text: texts.presentation.labels.next },
    command(
      ['kubectl', 'get', 'deployments', '--all-namespaces', '-l', `app in (${apps.join(',')})`],
      words.list,
    ),
    ...(run.source.context === undefined ? [] : [contexts(words.rightCluster(run.source.context))]),
    { kind: 'paragraph', text: words.install },
  ];

  /** Lists what kubectl may be pointed at, so it must not name a context itself. */
  function contexts(text: string): Block {
    return { kind: 'command', command: 'kubectl config get-contexts', equivalents: [], text, notes: [] };
  }
}

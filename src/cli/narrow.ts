import { findMeshes, selectMeshes } from '#mesh/meshes.ts';
import { ProblemError } from '#problem/problem.ts';
import type { Snapshot } from '#snapshot/snapshot.ts';
import type { CommonOptions } from './options.ts';

/** What `--mesh` and `-n` narrow a reading to. */
export function targetOf({ mesh, namespace }: CommonOptions): Snapshot['target'] {
  return { ...(mesh === undefined ? {} : { mesh }), ...(namespace === undefined ? {} : { namespace }) };
}

/**
 * Gives the snapshot back when the mesh that was asked for can be in it. Another name than those there are is mostly a
 * slip; without any mesh the diagnosis says so itself.
 * @throws {ProblemError} `unknown-mesh`
 */
export function withKnownMesh(snapshot: Snapshot): Snapshot {
  const { mesh } = snapshot.target;
  if (mesh === undefined) return snapshot;
  const all = findMeshes(snapshot);
  if (selectMeshes(all, snapshot.target).some(({ presence }) => presence !== 'none')) return snapshot;
  const known = all.filter(({ name, presence }) => presence !== 'none' && name !== '').map(nameWithPlace);
  if (known.length === 0) return snapshot;
  throw new ProblemError({ kind: 'unknown-mesh', mesh, known });
}

function nameWithPlace({ name, namespace }: { readonly name: string; readonly namespace: string }): string {
  return `${name} (${namespace})`;
}

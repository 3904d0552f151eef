import { findMeshes, selectMeshes } from '#mesh/meshes.ts';
import { ProblemError } from '#errors/problem.ts';
import type { Snapshot } from '#snapshot/snapshot.ts';
import type { CommonOptions } from './options.ts';

/** What `--mesh` and `-n` narrow a reading to. */
export function targetOf({ mesh, namespace }: CommonOptions): Snapshot['target'] {
  return { ...(mesh === undefined ? {} : { mesh }), ...(namespace === undefined ? {} : { namespace }) };
}

/** What `--since` and `--log-bytes` limit a reading of logs to that begins now; undefined when nothing was asked. */
export function limitsOf({ logBytes, since }: CommonOptions, now: number): Snapshot['limits'] {
  if (logBytes === undefined && since === undefined) return undefined;
  const from = since && new Date('at' in since ? since.at : now - since.agoMs);
  return {
    ...(logBytes !== undefined && { logBytes }),
    // The API server knows whole seconds only.
    ...(from && { since: `${from.toISOString().slice(0, 19)}Z` }),
  };
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

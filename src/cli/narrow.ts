import { findMeshes, selectMeshes } from '#mesh/meshes.ts';
import { ProblemError } from '#errors/problem.ts';
import type { Snapshot } from '#snapshot/snapshot.ts';
import type { CommonOptions } from './options.ts';

/** The target of a reading, from `--mesh` and `-n`. */
export function targetOf({ mesh, namespace }: CommonOptions): Snapshot['target'] {
  return { ...(mesh === undefined ? {} : { mesh }), ...(namespace === undefined ? {} : { namespace }) };
}

/** The limits of a reading of logs that begins now, from `--since` and `--log-bytes`; undefined without these options. */
export function limitsOf({ logBytes, since }: CommonOptions, now: number): Snapshot['limits'] {
  if (logBytes === undefined && since === undefined) return undefined;
  const from = since && new Date('at' in since ? since.at : now - since.agoMs);
  return {
    ...(logBytes !== undefined && { logBytes }),
    // The API server accepts whole seconds only.
    ...(from && { since: `${from.toISOString().slice(0, 19)}Z` }),
  };
}

/**
 * Returns the snapshot, unless it has meshes and none has the name of `--mesh`, which is then most likely a typing
 * error. When it has no mesh at all, the diagnosis reports that.
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

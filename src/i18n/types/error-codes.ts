import type { MeshErrorName } from '#mesh/error-names.ts';

/** What each error of the mesh means and what usually mends it, by its Go name (facts §6). */
export type ErrorCodeTexts = {
  readonly [N in MeshErrorName]: { readonly meaning: string; readonly remedy: string };
};

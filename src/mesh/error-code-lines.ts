import { codeOf, errorNameOf } from './error-codes.ts';
import type { MeshErrorName } from './error-names.ts';
import { flavourList, type Flavour } from './flavours.ts';

/** A line of releases that number their errors alike. */
export interface ErrorCodeLine {
  /** e.g. `osm-edge >=1.2 <1.3`. */
  readonly releases: string;
  readonly flavour: Flavour;
  /** A version of that line. */
  readonly version: string;
}

/** Every line of every flavour, oldest first in each. */
export const errorCodeLines: readonly ErrorCodeLine[] = flavourList.flatMap((flavour) =>
  flavour.errorCodes.map(({ before }, index): ErrorCodeLine => {
    const from = flavour.errorCodes[index - 1]?.before;
    const bounds = [
      ...(from === undefined ? [] : [`>=${short(from)}`]),
      ...(before === undefined ? [] : [`<${short(before)}`]),
    ];
    return { releases: [flavour.id, ...bounds].join(' '), flavour, version: from ?? '0.0.0' };
  }),
);

/** The number of an error in each line; undefined where the line does not have it. */
export function numbersOf(
  name: MeshErrorName,
): readonly { readonly releases: string; readonly code: string | undefined }[] {
  return errorCodeLines.map(({ releases, flavour, version }) => ({
    releases,
    code: codeOf(name, flavour, version),
  }));
}

/** What a number means in each line. */
export function meaningsOf(
  code: string,
): readonly { readonly releases: string; readonly name: MeshErrorName | undefined }[] {
  return errorCodeLines.map(({ releases, flavour, version }) => ({
    releases,
    name: errorNameOf(code, flavour, version),
  }));
}

function short(version: string): string {
  return version.replace(/\.0$/, '');
}

import { errorEmitters, type ErrorEmitter } from './error-emitters.ts';
import type { MeshErrorName } from './error-names.ts';
import { errorNumbers } from './error-numbers.ts';
import { fsmErrorNumbers } from './error-numbers-fsm.ts';
import type { ErrorCodeColumn, Flavour } from './flavour.ts';
import { valueFor } from './version.ts';

export const allErrorNames: readonly MeshErrorName[] = [
  ...new Set([...keysOf(errorNumbers), ...keysOf(fsmErrorNumbers)]),
];

const columns: Record<ErrorCodeColumn, ReadonlyMap<MeshErrorName, number>> = {
  'v1.3': column((name) => osmNumber(name, 0)),
  'v1.2': column((name) => osmNumber(name, 1)),
  'v1.1': column((name) => osmNumber(name, 2)),
  'fsm-1.1': column((name) => fsmNumber(name, 0)),
  'fsm-1.2': column((name) => fsmNumber(name, 1)),
};

/**
 * The error that `code` (e.g. `E4000`, as it stands in a log record) means in that release; undefined when the
 * release has no such code. An unknown version is taken for the newest line.
 */
export function errorNameOf(code: string, flavour: Flavour, version: string): MeshErrorName | undefined {
  const number = Number(/^E(\d{4})$/.exec(code.trim())?.[1]);
  const table = columns[valueFor(flavour.errorCodes, version)];
  return [...table].find(([, value]) => value === number)?.[0];
}

/** The code of an error in that release, e.g. `E4000`; undefined when the release does not have it. */
export function codeOf(name: MeshErrorName, flavour: Flavour, version: string): string | undefined {
  const number = columns[valueFor(flavour.errorCodes, version)].get(name);
  return number === undefined ? undefined : `E${number}`;
}

/** All codes of a release with their names, in the order of the numbers. */
export function errorCodesOf(
  flavour: Flavour,
  version: string,
): readonly { readonly code: string; readonly name: MeshErrorName }[] {
  return [...columns[valueFor(flavour.errorCodes, version)]]
    .toSorted(([, a], [, b]) => a - b)
    .map(([name, number]) => ({ code: `E${number}`, name }));
}

/** Which processes emit the error, and under which `component` of the log; both empty when no call site does. */
export function emitterOf(name: MeshErrorName): ErrorEmitter {
  return errorEmitters[name];
}

function osmNumber(name: MeshErrorName, line: 0 | 1 | 2): number | null {
  return name in errorNumbers ? errorNumbers[name as keyof typeof errorNumbers][line] : null;
}

function fsmNumber(name: MeshErrorName, line: 0 | 1): number | null {
  if (name in fsmErrorNumbers) return fsmErrorNumbers[name as keyof typeof fsmErrorNumbers][line];
  return osmNumber(name, 0);
}

function column(numberOf: (name: MeshErrorName) => number | null): ReadonlyMap<MeshErrorName, number> {
  return new Map(
    allErrorNames.flatMap((name) => {
      const number = numberOf(name);
      return number === null ? [] : [[name, number] as const];
    }),
  );
}

function keysOf<T extends object>(table: T): (keyof T)[] {
  return Object.keys(table) as (keyof T)[];
}

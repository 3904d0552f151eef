import type { fsmErrorNumbers } from './error-numbers-fsm.ts';
import type { errorNumbers } from './error-numbers.ts';

/** The Go name of an error of the mesh, e.g. `ErrFetchingCertSecret`: what stays when its number shifts (facts §6). */
export type MeshErrorName = keyof typeof errorNumbers | keyof typeof fsmErrorNumbers;

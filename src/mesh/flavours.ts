import type { Flavour } from './flavour.ts';
import { fsm } from './flavour-fsm.ts';
import { osm, osmEdge } from './flavour-osm.ts';
import type { FlavourId, MeshIdentity } from './identity.ts';

export type { Flavour, FlavourFamily } from './flavour.ts';

export const flavours: Readonly<Record<FlavourId, Flavour>> = { 'osm-edge': osmEdge, osm, fsm };

export const flavourList: readonly Flavour[] = Object.values(flavours);

/** The flavour of a control plane. */
export function flavourOf(mesh: Pick<MeshIdentity, 'flavour'>): Flavour {
  return flavours[mesh.flavour];
}

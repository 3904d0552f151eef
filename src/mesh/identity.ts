/** Which distribution of the mesh a control plane is (facts §11.1). */
export type FlavourId = 'osm-edge' | 'osm' | 'fsm';

/**
 * What stands of a control plane in a namespace:
 * - `controller`: its controller Deployment exists
 * - `leftovers`: no controller, but an injector, a bootstrap, a webhook configuration or enrolled namespaces
 * - `none`: the lists were answered and there is no trace of it
 * - `unknown`: what would tell could not be read
 */
export type Presence = 'controller' | 'leftovers' | 'none' | 'unknown';

/** One control plane of the cluster. */
export interface MeshIdentity {
  /** Mesh name, the label `meshName` of its Deployments; '' when unknown. */
  readonly name: string;
  readonly namespace: string;
  readonly flavour: FlavourId;
  /** Without the leading v; '' when neither label nor image tag tells. */
  readonly version: string;
  readonly presence: Presence;
}

export type Role = 'controller' | 'injector' | 'bootstrap';
export const roles: readonly Role[] = ['controller', 'injector', 'bootstrap'];

import type { MeshIdentity } from '#mesh/identity.ts';

/**
 * Is there a control plane to judge? Where its Deployments could not be read its pods told name and version; an
 * identity without a version only stands in for a control plane that nobody saw.
 */
export function isInstalled({ presence, version }: MeshIdentity): boolean {
  return presence === 'controller' || (presence === 'unknown' && version !== '');
}

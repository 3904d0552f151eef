/** Is it the mesh's own process, not its repo server, an init container or a sidecar (facts §1.1, §11.1)? */
export function isMeshProcess(container: string): boolean {
  return /^(?:osm|fsm)-(?:controller|injector|bootstrap)$/u.test(container);
}

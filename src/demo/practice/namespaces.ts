import { listAt } from '../field.ts';
import type { KubeObject } from '../scenario.ts';
import { remove } from '../writes/delete.ts';
import { fieldsOf } from '../writes/merge-patch.ts';
import type { Cluster } from './cluster.ts';

/**
 * The namespace controller: empties namespaces that are being deleted, and removes them when nothing is left.
 * @param namespaced Keys of all resources whose objects live in a namespace.
 */
export function reconcileNamespaces({ store }: Cluster, namespaced: readonly string[]): void {
  for (const namespace of store.list('namespaces')) {
    if (namespace.metadata.deletionTimestamp === undefined) continue;
    const { name } = namespace.metadata;
    const inside = namespaced.flatMap((key) =>
      store
        .list(key)
        .filter(({ metadata }) => metadata.namespace === name)
        .map((object) => ({ key, object })),
    );
    for (const { key, object } of inside) if (isToDelete(object)) remove(store, key, object);
    if (inside.length > 0) continue;
    const finalizers = listAt(namespace, 'spec.finalizers').filter((finalizer) => finalizer !== 'kubernetes');
    const held = [...finalizers, ...listAt(namespace, 'metadata.finalizers')];
    if (held.length === 0) store.remove('namespaces', '', name);
    else if (finalizers.length !== listAt(namespace, 'spec.finalizers').length)
      store.put('namespaces', { ...namespace, spec: { ...fieldsOf(namespace['spec']), finalizers } });
  }
}

function isToDelete({ metadata }: KubeObject): boolean {
  return metadata.deletionTimestamp === undefined;
}

import { listAt, textAt } from './field.ts';
import type { KubeObject } from './scenario.ts';
import type { Store } from './store.ts';

/** What somebody wants to do. */
export interface AccessRequest {
  readonly verb: string;
  readonly group: string;
  readonly resource: string;
  /** '' for the whole cluster. */
  readonly namespace: string;
  readonly name?: string;
}

const CLUSTER_ROLES = 'clusterroles.rbac.authorization.k8s.io';
const BINDINGS = 'clusterrolebindings.rbac.authorization.k8s.io';
const ROLES = 'roles.rbac.authorization.k8s.io';
const ROLE_BINDINGS = 'rolebindings.rbac.authorization.k8s.io';

/** Whether the stored roles and bindings let a user do something. @param user `system:serviceaccount:NS:NAME` or a name */
export function isAllowedByRoles(store: Store, user: string, request: AccessRequest): boolean {
  const inCluster = store
    .list(BINDINGS)
    .filter((binding) => isBound(binding, user))
    .map((binding) => store.get(CLUSTER_ROLES, '', textAt(binding, 'roleRef.name')));
  const inNamespace = store
    .list(ROLE_BINDINGS)
    .filter((binding) => binding.metadata.namespace === request.namespace && isBound(binding, user))
    .map((binding) =>
      textAt(binding, 'roleRef.kind') === 'ClusterRole'
        ? store.get(CLUSTER_ROLES, '', textAt(binding, 'roleRef.name'))
        : store.get(ROLES, request.namespace, textAt(binding, 'roleRef.name')),
    );
  return [...inCluster, ...inNamespace].some((role) =>
    listAt(role, 'rules').some((rule) => permits(rule, request)),
  );
}

function isBound(binding: KubeObject, user: string): boolean {
  return listAt(binding, 'subjects').some((subject) => {
    const name = textAt(subject, 'name');
    if (textAt(subject, 'kind') !== 'ServiceAccount') return name === user;
    return user === `system:serviceaccount:${textAt(subject, 'namespace')}:${name}`;
  });
}

function permits(rule: unknown, { verb, group, resource, name = '' }: AccessRequest): boolean {
  const has = (field: string, wanted: string): boolean => {
    const list = listAt(rule, field);
    return list.includes('*') || list.includes(wanted);
  };
  const names = listAt(rule, 'resourceNames');
  return (
    has('verbs', verb) &&
    has('apiGroups', group) &&
    has('resources', resource) &&
    (names.length === 0 || names.includes(name))
  );
}

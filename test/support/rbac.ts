import { statusAnswer } from '#demo/answer.ts';
import type { Answer } from '#demo/answer.ts';
import type { RequestAttributes } from '#demo/request.ts';

/** A rule of a Role or ClusterRole. */
export interface PolicyRule {
  readonly apiGroups: readonly string[];
  readonly resources: readonly string[];
  readonly verbs: readonly string[];
  readonly resourceNames?: readonly string[];
}

/** What the reader may do: in the whole cluster, and in single namespaces. All else is forbidden, but for discovery. */
export interface AccessRules {
  /** Default: `system:serviceaccount:default:reader`. */
  readonly user?: string;
  /** Rules of ClusterRoles bound in the whole cluster. */
  readonly rules?: readonly PolicyRule[];
  /** Rules of Roles, each bound in its namespace. */
  readonly namespaced?: readonly { readonly namespace: string; readonly rules: readonly PolicyRule[] }[];
}

export const READER = 'system:serviceaccount:default:reader';

export function isAllowed(access: AccessRules, request: RequestAttributes): boolean {
  // The roles system:discovery and system:public-info-viewer are bound to everybody.
  if (!request.isResource) return true;
  const rules = [
    ...(access.rules ?? []),
    ...(access.namespaced ?? [])
      .filter(({ namespace }) => namespace === request.namespace)
      .flatMap((role) => role.rules),
  ];
  return rules.some((rule) => matches(rule, request));
}

function matches(rule: PolicyRule, request: RequestAttributes): boolean {
  const { subresource } = request;
  const resource = subresource === '' ? request.resource : `${request.resource}/${subresource}`;
  return (
    includes(rule.verbs, request.verb) &&
    includes(rule.apiGroups, request.group) &&
    (includes(rule.resources, resource) ||
      (subresource !== '' && rule.resources.includes(`*/${subresource}`))) &&
    (rule.resourceNames === undefined ||
      rule.resourceNames.length === 0 ||
      rule.resourceNames.includes(request.name))
  );
}

function includes(allowed: readonly string[], wanted: string): boolean {
  return allowed.includes('*') || allowed.includes(wanted);
}

/** The 403 of the API server, to the letter. */
export function forbidden(request: RequestAttributes, user: string = READER): Answer {
  const { verb, path, group, resource, subresource, namespace, name } = request;
  if (!request.isResource)
    return statusAnswer(403, `forbidden: User "${user}" cannot ${verb} path "${path}"`);
  const object = `${resource}${group && `.${group}`}${name && ` "${name}"`}`;
  const what = `resource "${resource}${subresource && `/${subresource}`}" in API group "${group}"`;
  const where = namespace === '' ? 'at the cluster scope' : `in the namespace "${namespace}"`;
  return statusAnswer(403, `${object} is forbidden: User "${user}" cannot ${verb} ${what} ${where}`, {
    details: { ...(name && { name }), ...(group && { group }), kind: resource },
  });
}

/** Which resource the API server does not serve, from client-go's words (facts §5.5, klog paragraph). */
const notServed =
  /could not find the requested resource|no matches for kind|the server doesn't have a resource type/i;
const inParentheses = /\((?:get|list|watch|post|patch|put) ([a-z][a-z0-9.-]*)\)/;
/** `*v1alpha4.TCPRoute` */
const goType = /\*v\w+\.(\w+)/;

/** The resource with its group, e.g. `tcproutes.specs.smi-spec.io`; the Go type's name when that is all; '' for none. */
export function missingResource(text: string): string | undefined {
  if (!notServed.test(text)) return undefined;
  return inParentheses.exec(text)?.[1] ?? goType.exec(text)?.[1] ?? '';
}

const forbidden = /is forbidden: User /;
const denied = /cannot \w+ resource "([^"]+)"(?: in API group "([^"]*)")?/;

/** What RBAC denies, e.g. `tcproutes.specs.smi-spec.io` or `pods`; undefined when the text is about something else. */
export function forbiddenResource(text: string): string | undefined {
  if (!forbidden.test(text)) return undefined;
  const [, resource = '', group = ''] = denied.exec(text) ?? [];
  return group === '' ? resource : `${resource}.${group}`;
}

/** The kind of a Go type in the text, e.g. `TCPRoute`. */
export function kindIn(text: string): string | undefined {
  return goType.exec(text)?.[1];
}

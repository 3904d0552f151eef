import { textAt } from '../field.ts';
import type { KubeObject } from '../scenario.ts';
import { fieldsOf } from '../writes/merge-patch.ts';
import { containersOf } from './objects.ts';
import type { Container, Pod } from './objects.ts';

const ENFORCE = 'pod-security.kubernetes.io/enforce';

/**
 * Why the PodSecurity level that a namespace enforces does not let a Pod in, in the words of the API server; undefined
 * when it does. Source: the Pod Security Standards.
 */
export function podSecurityViolation({ metadata }: KubeObject, pod: Pod): string | undefined {
  const level = metadata.labels?.[ENFORCE];
  if (level !== 'baseline' && level !== 'restricted') return undefined;
  const version = metadata.labels?.[`${ENFORCE}-version`] ?? 'latest';
  const found = [...baseline(pod), ...(level === 'restricted' ? restricted(pod) : [])];
  return found.length === 0 ? undefined : `violates PodSecurity "${level}:${version}": ${found.join(', ')}`;
}

function baseline(pod: Pod): string[] {
  const privileged = containersOf(pod).filter(
    ({ securityContext }) => securityContext?.['privileged'] === true,
  );
  const adding = containersOf(pod).filter((container) => added(container).some((name) => !ALLOWED.has(name)));
  return [
    ...(pod.spec.hostNetwork === true ? ['host namespaces (hostNetwork=true)'] : []),
    ...(privileged.length === 0
      ? []
      : [`privileged (${named(privileged)} must not set securityContext.privileged=true)`]),
    ...(adding.length === 0
      ? []
      : [
          `non-default capabilities (${named(adding)} must not include ${quoted([...new Set(adding.flatMap(added))])} in securityContext.capabilities.add)`,
        ]),
  ];
}

/** Capabilities that a container may add (Pod Security Standards, baseline). */
const ALLOWED: ReadonlySet<string> = new Set(
  'AUDIT_WRITE CHOWN DAC_OVERRIDE FOWNER FSETID KILL MKNOD NET_BIND_SERVICE SETFCAP SETGID SETPCAP SETUID SYS_CHROOT'.split(
    ' ',
  ),
);

function restricted(pod: Pod): string[] {
  const all = containersOf(pod);
  const escalating = all.filter(
    ({ securityContext }) => securityContext?.['allowPrivilegeEscalation'] !== false,
  );
  const undropped = all.filter(({ securityContext }) => !dropped(securityContext).includes('ALL'));
  const { securityContext: shared } = pod.spec;
  const rootly = all.filter(({ securityContext }) => (securityContext ?? {})['runAsNonRoot'] !== true);
  const unprofiled = all.filter(({ securityContext }) => !hasProfile(securityContext));
  const found: string[] = [];
  if (escalating.length > 0)
    found.push(
      `allowPrivilegeEscalation != false (${named(escalating)} must set securityContext.allowPrivilegeEscalation=false)`,
    );
  if (undropped.length > 0)
    found.push(
      `unrestricted capabilities (${named(undropped)} must set securityContext.capabilities.drop=["ALL"])`,
    );
  if (shared?.['runAsNonRoot'] !== true && rootly.length > 0)
    found.push(`runAsNonRoot != true (pod or ${named(rootly)} must set securityContext.runAsNonRoot=true)`);
  if (!hasProfile(shared) && unprofiled.length > 0)
    found.push(
      `seccompProfile (pod or ${named(unprofiled)} must set securityContext.seccompProfile.type to "RuntimeDefault" or "Localhost")`,
    );
  return found;
}

function added({ securityContext }: Container): readonly string[] {
  return (fieldsOf(securityContext?.['capabilities'])['add'] ?? []) as readonly string[];
}

function dropped(securityContext: Container['securityContext']): readonly string[] {
  return (fieldsOf(securityContext?.['capabilities'])['drop'] ?? []) as readonly string[];
}

function hasProfile(securityContext: unknown): boolean {
  return ['RuntimeDefault', 'Localhost'].includes(textAt(securityContext, 'seccompProfile.type'));
}

function named(containers: readonly Container[]): string {
  return `${containers.length === 1 ? 'container' : 'containers'} ${quoted(containers.map(({ name }) => name))}`;
}

function quoted(names: readonly string[]): string {
  return names.map((name) => JSON.stringify(name)).join(', ');
}

import type { Subject } from '#diagnosis/finding.ts';
import type { CauseTexts } from '#i18n/types/causes.ts';
import { count, list, quoted, says, sentences } from '../words.ts';
import { nameOf } from './before-start.ts';

/** The container, or the workload where no container is known. */
function processOf(container: string, subject: Subject): string {
  return `"${container === '' ? nameOf(subject) : container}"`;
}

function codesOf(errorCodes: readonly string[]): string {
  return errorCodes.length === 0 ? '' : ` (${list(errorCodes)})`;
}

/** Causes inside a container that started (facts §2, §5, §8, §9). */
export const runningCauses = {
  'smi-api-missing': {
    headline: ({ missing }) =>
      missing.length === 0
        ? 'The API server does not serve the SMI API that the controller needs.'
        : `The API server does not serve ${list(missing, 3)}, which the controller needs.`,
    explanation: () =>
      'On every call of its probes, the controller asks for the SMI kinds. While one is missing, liveness and readiness return 503, and the kubelet restarts the controller repeatedly. This happens when a CRD was deleted, or when the CRDs have another version after an upgrade or downgrade. Restarting the bootstrap applies the CRDs again.',
  },
  'watched-crd-missing': {
    headline: ({ missing }) =>
      missing.length === 0
        ? 'A CRD that the control plane watches does not exist.'
        : `The control plane watches ${list(missing, 3)}, which ${missing.length === 1 ? 'does' : 'do'} not exist.`,
    explanation: () =>
      'A starting process lists every kind that it watches, and waits indefinitely while a CRD is missing. It does not open its health port: its probes are refused, and the kubelet restarts it. The bootstrap applies the CRDs when it starts.',
  },
  'rbac-missing': {
    headline: ({ resources, account }) =>
      `RBAC denies ${account === '' ? 'the control plane' : account} access to ${resources.length === 0 ? 'what it needs' : list(resources, 3)}.`,
    explanation: () =>
      'If a starting process is not allowed to list a resource, it waits indefinitely or exits after a fatal line. If it is not allowed to read a resource later, each attempt fails. The ClusterRole and the ClusterRoleBinding are named after the Helm release; one of them was removed or changed.',
  },
  'mesh-config-missing': {
    headline: ({ name }) => `MeshConfig ${name} does not exist.`,
    explanation: () =>
      'With default values, a controller looks for its Pipy repo on port 15128 instead of 6060 and exits, and the injector rejects Pods, because no sidecar image is set. When the bootstrap starts and there is no MeshConfig, it creates one.',
  },
  'repo-server-down': {
    headline: (_, subject) => `The Pipy repo of ${nameOf(subject)} is not running.`,
    explanation: () =>
      'Before it opens its health port, the controller waits for the repo in its own Pod; in most versions it exits when the repo does not become ready. For details, check the log of the repo container and the memory of the node.',
  },
  'port-in-use': {
    headline: ({ port }, subject) =>
      `${port === '' ? 'A port' : `Port ${port}`} that ${nameOf(subject)} needs is already in use in its Pod.`,
    explanation: () =>
      'The containers of a Pod share its network. The port is taken by a container that does not belong in the Pod, or because of hostNetwork. A stray sidecar uses 6060.',
  },
  'ca-secret-broken': {
    headline: ({ secret, errorCode }) =>
      `CA Secret ${secret} cannot be used${errorCode === '' ? '' : ` (${errorCode})`}.`,
    explanation: () =>
      'The controller and the injector need its keys "ca.crt" and "private.key" in PEM format; without them, they exit about 10 s after they start. With tresor, a missing Secret is created again. After any change, restart all three Deployments.',
  },
  'certificate-provider-failing': {
    headline: ({ provider, errorCode }) =>
      `The certificate provider${provider === '' ? '' : ` ${provider}`} does not issue certificates${errorCode === '' ? '' : ` (${errorCode})`}.`,
    explanation: () =>
      'Without it, a starting process exits. The probes of a running process still pass, but its certificates are not renewed. Common causes are an expired root certificate, a sealed Vault, an expired Vault token, or a cert-manager that is not Ready.',
  },
  'out-of-memory': {
    headline: ({ container, limit }) =>
      `"${container}" needs more memory than ${limit === '' ? 'it can get' : `its limit of ${limit}`} and is killed.`,
    explanation: () =>
      'The kernel kills the container with exit code 137, and its log stops there. The default memory limit is 64M for the injector and 1G for the controller. Before osm-edge 1.3.5, the memory usage of the controller can grow because of a known bug.',
  },
  'version-mismatch': {
    headline: (_, subject) => `The flags of ${nameOf(subject)} do not match the version of its image.`,
    explanation: ({ message }) =>
      sentences(
        'The process does not recognize a flag, or a flag that it needs is missing, and it exits immediately. The version of the image differs from that of the chart or CLI.',
        says('Message', message),
      ),
  },
  'crd-conversion-webhook': {
    headline: () => 'The conversion webhook of a CRD of the mesh cannot be reached.',
    explanation: ({ message }) =>
      sentences(
        'The bootstrap served the conversion in versions up to 1.1; it does not in 1.2 and later. A CRD that still refers to this webhook prevents the bootstrap from starting, and the other components wait for it.',
        says('The bootstrap reports', message),
      ),
  },
  'slow-start': {
    headline: ({ container }, subject) =>
      `${processOf(container, subject)} is restarted by its liveness probe before it has started.`,
    explanation: () =>
      'The health port opens only at the end of the start, but the liveness probe runs from the first second: after about 21 to 30 s, the kubelet restarts the container although nothing is wrong with it. A slow API server or a slow repo makes the start take longer.',
  },
  'liveness-answers-503': {
    headline: ({ container, path, subProbe }, subject) =>
      `${processOf(container, subject)} returns 503 to its liveness probe${path === '' ? '' : ` ${path}`}${subProbe === '' ? '' : `: check ${subProbe} fails`}.`,
    explanation: ({ subProbe }) =>
      sentences(
        'The process is running, but reports that it is not alive, so the kubelet restarts it repeatedly.',
        subProbe === '' || subProbe === 'SMI'
          ? 'Since osm-edge 1.2, this almost always comes from the SMI API check: CRDs are missing or have another version, or API discovery has a problem.'
          : 'The log lines around it show the reason.',
      ),
  },
  'readiness-answers-503': {
    headline: ({ container, path, subProbe }, subject) =>
      `${processOf(container, subject)} returns 503 to its readiness probe${path === '' ? '' : ` ${path}`}${subProbe === '' ? '' : `: check ${subProbe} fails`}.`,
    explanation: ({ subProbe }) =>
      sentences(
        'The process is running, but its Pod receives no traffic through its Services: sidecars get no configuration from it.',
        (subProbe === '' || subProbe === 'SMI') &&
          'Since osm-edge 1.2, this almost always comes from the SMI API check, which then makes liveness fail as well.',
      ),
  },
  'probe-endpoint-unreachable': {
    headline: ({ container, url }, subject) =>
      `${processOf(container, subject)} does not answer its probe${url === '' ? '' : ` at ${url}`}.`,
    explanation: () =>
      'The process is still starting or has exited, or something holds up the call. No other finding explains it yet: check its log and the events of its Pod next.',
  },
  'process-ends': {
    headline: ({ container, exitCode, errorCode }, subject) =>
      `${processOf(container, subject)} exits with code ${exitCode}${errorCode === '' ? '' : ` (${errorCode})`}.`,
    explanation: ({ lastWords }) =>
      sentences(
        says('Its last log message', lastWords),
        'The kubelet restarts it with increasing delays; meanwhile, nothing answers its probes.',
      ),
  },
  'logged-errors': {
    headline: ({ container, errorCodes, signatures, records, panics }, subject) =>
      signatures === 0 && panics > 0
        ? `${processOf(container, subject)} logged ${count(panics, 'panic')}.`
        : `${processOf(container, subject)} logged ${count(records, 'error')} of ${count(signatures, 'kind')}${codesOf(errorCodes)}${panics > 0 ? ` and ${count(panics, 'panic')}` : ''}.`,
    explanation: () =>
      'The errors do not end the process, and no other cause explains them. A function may be failing although the probes pass: injection, certificates and webhooks have no probe of their own.',
  },
  'failed-before': {
    headline: ({ container, restarts, reason }, subject) =>
      `${processOf(container, subject)} works now, but failed before: ${count(restarts, 'restart')}${reason === '' ? '' : `, last ${quoted(reason, 60)}`}.`,
    explanation: () =>
      'All probes pass now, but the problem may come back. The previous log and the last termination state are the remaining evidence.',
  },
  'not-ready-unexplained': {
    headline: ({ status }, subject) =>
      `${nameOf(subject)} is not Ready${status === '' ? '' : ` (${status})`}, and no finding explains it.`,
    explanation: () =>
      'Nothing that could be read shows a cause. Check what could not be checked, and watch the Pod while the problem happens: by default, events are kept for 1 h.',
  },
} satisfies Partial<CauseTexts>;

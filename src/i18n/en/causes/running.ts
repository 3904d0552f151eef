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
      'On every call of its probes the controller asks for the SMI kinds. While one is missing, liveness and readiness answer 503 and the kubelet restarts it in a loop. A deleted CRD, or CRDs of another version after an upgrade or downgrade, bring this about; a restart of the bootstrap applies them again.',
  },
  'watched-crd-missing': {
    headline: ({ missing }) =>
      missing.length === 0
        ? 'A CRD that the control plane watches does not exist.'
        : `The control plane watches ${list(missing, 3)}, which ${missing.length === 1 ? 'does' : 'do'} not exist.`,
    explanation: () =>
      'A process that starts lists every kind it watches, and waits without end while a CRD is missing. It never opens its health port: the probes are refused, and the kubelet restarts it. The bootstrap applies the CRDs when it starts.',
  },
  'rbac-missing': {
    headline: ({ resources, account }) =>
      `RBAC denies ${account === '' ? 'the control plane' : account} access to ${resources.length === 0 ? 'what it needs' : list(resources, 3)}.`,
    explanation: () =>
      'What a process may not list at its start it waits for without end, or it ends with a fatal line; what it may not read later fails each time. ClusterRole and ClusterRoleBinding carry the name of the Helm release; one of them was removed or changed.',
  },
  'mesh-config-missing': {
    headline: ({ name }) => `MeshConfig ${name} does not exist.`,
    explanation: () =>
      'With default values a controller looks for its Pipy repo on port 15128 instead of 6060 and ends, and the injector rejects Pods, because no sidecar image is set. The bootstrap creates the MeshConfig when it starts and finds none.',
  },
  'repo-server-down': {
    headline: (_, subject) => `The Pipy repo of ${nameOf(subject)} does not run.`,
    explanation: () =>
      'The controller waits for the repo in its own Pod before it opens its health port; in most versions it ends when the repo does not come. The log of the repo container and the memory of the node tell more.',
  },
  'port-in-use': {
    headline: ({ port }, subject) =>
      `${port === '' ? 'A port' : `Port ${port}`} that ${nameOf(subject)} needs is already in use in its Pod.`,
    explanation: () =>
      'The containers of a Pod share its network. A container that does not belong here, or hostNetwork, takes the port; a stray sidecar takes 6060.',
  },
  'ca-secret-broken': {
    headline: ({ secret, errorCode }) =>
      `CA Secret ${secret} cannot be used${errorCode === '' ? '' : ` (${errorCode})`}.`,
    explanation: () =>
      'Controller and injector need the keys "ca.crt" and "private.key" of it in PEM form, and end about 10 s after the start without them. With tresor an absent Secret is made anew. After any change all three Deployments must be restarted.',
  },
  'certificate-provider-failing': {
    headline: ({ provider, errorCode }) =>
      `The certificate provider${provider === '' ? '' : ` ${provider}`} issues no certificates${errorCode === '' ? '' : ` (${errorCode})`}.`,
    explanation: () =>
      'Without it a process that starts ends again; a running one stays green, but its certificates are not renewed. Usual reasons are an expired root certificate, a Vault that is sealed or whose token expired, or a cert-manager that is not Ready.',
  },
  'out-of-memory': {
    headline: ({ container, limit }) =>
      `"${container}" needs more memory than ${limit === '' ? 'it can get' : `its limit of ${limit}`} and is killed.`,
    explanation: () =>
      'The kernel ends the container with exit code 137, and its log is cut off there. By default the injector may use 64M and the controller 1G. A controller of osm-edge before 1.3.5 can grow because of a known fault.',
  },
  'version-mismatch': {
    headline: (_, subject) => `The flags of ${nameOf(subject)} do not fit the version of its image.`,
    explanation: ({ message }) =>
      sentences(
        'The process does not know one of its flags, or misses one, and ends at once. Chart or CLI and the image are of different versions.',
        says('It says', message),
      ),
  },
  'crd-conversion-webhook': {
    headline: () => 'The conversion webhook of a CRD of the mesh cannot be reached.',
    explanation: ({ message }) =>
      sentences(
        'The bootstrap of versions up to 1.1 served the conversion; 1.2 and later do not. A CRD that still points to it keeps the bootstrap from starting, and the others wait for it.',
        says('The bootstrap says', message),
      ),
  },
  'slow-start': {
    headline: ({ container }, subject) =>
      `${processOf(container, subject)} is restarted by its liveness probe before its start is done.`,
    explanation: () =>
      'The health port opens only at the end of the start, but liveness counts from the first second: after about 21 to 30 s the kubelet restarts the container although nothing is wrong in it. A slow API server or a slow repo makes the start take longer.',
  },
  'liveness-answers-503': {
    headline: ({ container, path, subProbe }, subject) =>
      `${processOf(container, subject)} answers its liveness probe${path === '' ? '' : ` ${path}`} with 503${subProbe === '' ? '' : `: check ${subProbe} fails`}.`,
    explanation: ({ subProbe }) =>
      sentences(
        'The process runs, but reports that it is not alive, so the kubelet restarts it in a loop.',
        subProbe === '' || subProbe === 'SMI'
          ? 'From osm-edge 1.2 on this practically only comes from the SMI API check: CRDs that are missing or of another version, or trouble with API discovery.'
          : 'The lines of the log around it say why.',
      ),
  },
  'readiness-answers-503': {
    headline: ({ container, path, subProbe }, subject) =>
      `${processOf(container, subject)} answers its readiness probe${path === '' ? '' : ` ${path}`} with 503${subProbe === '' ? '' : `: check ${subProbe} fails`}.`,
    explanation: ({ subProbe }) =>
      sentences(
        'The process runs, but its Pod gets no traffic through its Services: sidecars get no configuration from it.',
        (subProbe === '' || subProbe === 'SMI') &&
          'From osm-edge 1.2 on this practically only comes from the SMI API check, which then makes liveness fail as well.',
      ),
  },
  'probe-endpoint-unreachable': {
    headline: ({ container, url }, subject) =>
      `${processOf(container, subject)} does not answer its probe${url === '' ? '' : ` at ${url}`}.`,
    explanation: () =>
      'The process is still starting, has ended, or something holds the call. No other finding explains it yet: its log and the events of its Pod are the next place to look.',
  },
  'process-ends': {
    headline: ({ container, exitCode, errorCode }, subject) =>
      `${processOf(container, subject)} ends with exit code ${exitCode}${errorCode === '' ? '' : ` (${errorCode})`}.`,
    explanation: ({ lastWords }) =>
      sentences(
        says('Its last words', lastWords),
        'The kubelet starts it again, with a growing pause; nothing answers its probes in between.',
      ),
  },
  'logged-errors': {
    headline: ({ container, errorCodes, signatures, records, panics }, subject) =>
      signatures === 0 && panics > 0
        ? `${processOf(container, subject)} logged ${count(panics, 'panic')}.`
        : `${processOf(container, subject)} logged ${count(records, 'error')} of ${count(signatures, 'kind')}${codesOf(errorCodes)}${panics > 0 ? ` and ${count(panics, 'panic')}` : ''}.`,
    explanation: () =>
      'The errors do not end the process, and nothing else explains them. They can mean that a function fails while the probes are green: injection, certificates or webhooks have no probe of their own.',
  },
  'failed-before': {
    headline: ({ container, restarts, reason }, subject) =>
      `${processOf(container, subject)} works now, but failed before: ${count(restarts, 'restart')}${reason === '' ? '' : `, last ${quoted(reason, 60)}`}.`,
    explanation: () =>
      'All probes pass now. The cause may come back; the previous log and the last termination are what is left of it.',
  },
  'not-ready-unexplained': {
    headline: ({ status }, subject) =>
      `${nameOf(subject)} is not Ready${status === '' ? '' : ` (${status})`}, and no finding explains it.`,
    explanation: () =>
      'Everything that could be read shows no cause. Look at what could not be checked, and at the Pod while it happens: events live 1 h by default.',
  },
} satisfies Partial<CauseTexts>;

import type { ProbeName } from '#snapshot/probe-call.ts';
import { isInjectedPort } from '#i18n/ports.ts';

/** What the kubelet does while a probe fails; the defaults hold because the chart sets no others (facts §2.1). */
export function consequence(probe: ProbeName): string {
  switch (probe) {
    case 'liveness':
      return 'By default, the kubelet restarts the container after 3 consecutive failures, 10 s apart.';
    case 'readiness':
      return 'While it fails, the Pod is not Ready and receives no traffic through its Services.';
    case 'startup':
      return 'The kubelet restarts the container when its startup probe does not pass in time.';
    default:
      return probe satisfies never;
  }
}

/** What an HTTP status other than success says about who answers (facts 0.2, 0.13, §2.2, §2.3). */
export function meaningOfStatus(status: number, subProbe: string): string {
  if (status === 404) {
    return 'A server answers, but this path does not exist: the port, scheme or path of the probe does not match this version.';
  }
  if (status !== 503) return 'The process answers, but does not report success.';
  if (subProbe === 'SMI') {
    return 'The response body names the SMI check: the API server does not serve an SMI group version or kind that the controller needs.';
  }
  if (subProbe !== '')
    return `The process has started; the response body names the check that fails: ${subProbe}.`;
  return (
    'The process has started. Since osm-edge 1.2, a 503 of the controller almost always comes from its SMI API ' +
    'check, unless the response body names another check.'
  );
}

/** Who listens on a refused port (facts §1.3, §2.4, §2.5). */
export function meaningOfRefusal(port: string): string {
  if (isInjectedPort(port)) {
    return (
      `Port ${port} belongs to an injected sidecar, not to the control plane. ` +
      'The sidecar answers there only after its own mesh has configured it.'
    );
  }
  if (port === '6060')
    return 'Port 6060 belongs to the Pipy repo: its container is starting, has terminated or could not open the port.';
  return (
    'Nothing listens on this port. A control-plane process opens its health port only at the end of its start, so it is ' +
    'still starting, is waiting for something, or has exited.'
  );
}

import type { ProbeName } from '#snapshot/probe-call.ts';
import { isInjectedPort } from '../ports.ts';

/** What the kubelet does while a probe fails; the defaults hold because the chart sets no others (facts §2.1). */
export function consequence(probe: ProbeName): string {
  switch (probe) {
    case 'liveness':
      return 'By default the kubelet restarts the container after 3 failures in a row, 10 s apart.';
    case 'readiness':
      return 'While it fails, the Pod is not Ready and gets no traffic through its Services.';
    case 'startup':
      return 'The kubelet restarts the container when its startup probe does not pass in time.';
    default:
      return probe satisfies never;
  }
}

/** What an HTTP status other than success says about who answers (facts 0.2, 0.13, §2.2, §2.3). */
export function meaningOfStatus(status: number, subProbe: string): string {
  if (status === 404) {
    return 'Something answers, but not at this path: the port, scheme or path of the probe does not fit this version.';
  }
  if (status !== 503) return 'The process answers, but not with success.';
  if (subProbe === 'SMI') {
    return 'The body names the SMI check: the API server does not serve an SMI group-version or kind that the controller needs.';
  }
  if (subProbe !== '') return `The process has started; its body names the check that fails, ${subProbe}.`;
  return (
    'The process has started. From osm-edge 1.2 on a 503 of the controller practically only comes from its SMI API ' +
    'check, unless the body names another one.'
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
    return 'Port 6060 is the Pipy repo: its container is starting, has ended or could not take the port.';
  return (
    'Nothing listens there. A control-plane process opens its health port only at the end of its start, so it is ' +
    'still starting, waits for something, or has ended.'
  );
}

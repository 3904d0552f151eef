/** Frequent log lines of the osm-edge injector and controller (facts §5.5), with parts that vary as in a real log. */
const quiet = [
  [
    'info',
    'sidecar-injector',
    'Received mutating webhook request: Method=POST, URL=/mutate-pod-creation?timeout=20s',
  ],
  [
    'info',
    'sidecar-injector',
    'Mutation request for pod with proxy UUID {uuid}; Injection in Namespace {ns} is permitted',
  ],
  [
    'debug',
    'mesh-catalog',
    'Proxy {uuid} on Node with IP 10.244.{n}.{n}: routes for service {ns}/{ns}-v{n} computed in {n}ms',
  ],
  ['info', 'osm-controller/main', 'Scheduled resync: nothing to do'],
  ['trace', 'message-broker', 'Processed pubsub event {n} for {ns}/pod-{n}: no level change'],
] as const;

const loud = [
  [
    'sidecar-injector',
    'E6103',
    "couldn't get version/kind; json parse error",
    'Error decoding admission request body (attempt {n})',
  ],
  [
    'sidecar-injector',
    'E6114',
    'Post \\"https://10.96.0.1:443/api\\": dial tcp 10.96.0.{n}:443: connect: connection refused',
    'Error updating MutatingWebhookConfiguration osm-webhook-osm',
  ],
  [
    'sidecar-injector',
    'E6109',
    'Invalid annotation value for key \\"openservicemesh.io/sidecar-injection\\": enable',
    'Error determining if namespace {ns} is enabled for sidecar injection',
  ],
  [
    'sidecar-injector',
    'E6106',
    'write tcp 10.244.0.9:9090-\\u003e10.244.0.1:4{n}: write: broken pipe',
    'Error writing response for pod with UUID {uuid}',
  ],
  [
    'certificate/tresor',
    'E4013',
    'x509: certificate has expired or is not yet valid',
    'Error issuing a new certificate for service account {ns}.{ns}.cluster.local',
  ],
] as const;

const namespaces = ['bookstore', 'bookbuyer', 'bookthief', 'bookwarehouse'];

/** Blocks of about 1 MB of zerolog lines with the kubelet's time stamps; the same for the same arguments. Never ends. */
export function* zerologLines(errorShare: number, distinct: boolean): Generator<Buffer> {
  let seed = 1;
  const random = (below: number): number => {
    seed = (Math.imul(seed, 1664525) + 1013904223) >>> 0;
    return Math.floor((seed / 2 ** 32) * below);
  };
  const hex = (length: number): string => Array.from({ length }, () => random(16).toString(16)).join('');
  const fill = (text: string): string =>
    text.replace(/\{(\w+)\}/g, (_, name: string) => {
      if (name === 'uuid') return `${hex(8)}-${hex(4)}-${hex(4)}-${hex(4)}-${hex(12)}`;
      return name === 'ns' ? namespaces[random(namespaces.length)]! : String(random(250));
    });
  let milliseconds = Date.UTC(2026, 10, 23, 9);
  for (;;) {
    const lines: string[] = [];
    for (let i = 0; i < 4000; i++) {
      milliseconds += 1 + random(20);
      const at = new Date(milliseconds).toISOString();
      const tail = `"time":"${at.slice(0, 19)}Z","file":"webhook.go:${random(400)}"`;
      if (random(1e6) < errorShare * 1e6) {
        const [component, code, error, message] = loud[random(loud.length)]!;
        const kind = distinct ? ` ${hex(9).replace(/\d/g, 'k')} ${hex(9).replace(/\d/g, 'q')}` : '';
        lines.push(
          `${at.slice(0, -1)}123456Z {"level":"error","component":"${component}","error":"${fill(error)}","error_code":"${code}",${tail},"message":"${fill(message)}${kind}"}`,
        );
      } else {
        const [level, component, message] = quiet[random(quiet.length)]!;
        lines.push(
          `${at.slice(0, -1)}123456Z {"level":"${level}","component":"${component}",${tail},"message":"${fill(message)}"}`,
        );
      }
    }
    yield Buffer.from(`${lines.join('\n')}\n`);
  }
}

import { BlockList, isIP } from 'node:net';
import type { Configuration } from './connection.ts';

/**
 * The proxy between us and the API server, by the rules of kubectl: `proxy-url` of the cluster, else HTTPS_PROXY or
 * HTTP_PROXY unless NO_PROXY excepts the server; this machine is never asked for through a proxy of the environment.
 */
export function proxyOf({
  cluster,
  server,
  env,
}: Pick<Configuration, 'cluster' | 'server' | 'env'>): string | undefined {
  if (cluster['proxy-url']) return cluster['proxy-url'];
  const { protocol, hostname, port } = new URL(server);
  const variable = (name: string): string => env[name.toUpperCase()] || env[name] || '';
  const proxy = variable(protocol === 'https:' ? 'https_proxy' : 'http_proxy');
  const host = hostname.replace(/^\[|\]$/g, '').toLowerCase();
  if (proxy === '' || isThisMachine(host)) return undefined;
  const effectivePort = port || (protocol === 'https:' ? '443' : '80');
  const isExcepted = variable('no_proxy')
    .split(/[\s,]+/)
    .some((rule) => rule !== '' && matches(rule.toLowerCase(), host, effectivePort));
  if (isExcepted) return undefined;
  return proxy.includes('://') ? proxy : `http://${proxy}`;
}

function isThisMachine(host: string): boolean {
  return (
    host === 'localhost' || host.endsWith('.localhost') || host === '::1' || /^127(?:\.\d+){3}$/.test(host)
  );
}

/** One rule of NO_PROXY: `*`, an address, a network, or a domain with all below it; each may carry a port. */
function matches(rule: string, host: string, port: string): boolean {
  if (rule === '*') return true;
  const network = /^(.+)\/(\d+)$/.exec(rule);
  if (network) return isInNetwork(network[1] ?? '', Number(network[2]), host);
  const [, name = rule, rulePort] = /^(\[[^\]]+\]|[^:]+):(\d+)$/.exec(rule) ?? [];
  if (rulePort !== undefined && rulePort !== port) return false;
  const domain = name.replace(/^\[|\]$/g, '').replace(/^\*?\.?/, '');
  return host === domain || (isIP(host) === 0 && host.endsWith(`.${domain}`));
}

function isInNetwork(address: string, prefix: number, host: string): boolean {
  const family = isIP(address);
  if (family === 0 || isIP(host) !== family || prefix > (family === 4 ? 32 : 128)) return false;
  const list = new BlockList();
  const type = family === 4 ? 'ipv4' : 'ipv6';
  list.addSubnet(address, prefix, type);
  return list.check(host, type);
}

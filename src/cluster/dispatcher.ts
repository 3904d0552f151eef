import { Agent, ProxyAgent } from 'undici';
import type { Dispatcher } from 'undici';
import type { Configuration } from './configuration.ts';
import { socksDispatcher } from './credentials.ts';
import type { Credentials } from './credentials.ts';
import { proxyOf } from './proxy.ts';

/** More than the requests that run at once, so that long log streams never hold up short ones. */
const connections = 24;

/** The pool of connections to one API server: TLS as the kubeconfig says, through the proxy that is to be used. */
export async function createDispatcher(
  configuration: Configuration,
  { tls }: Credentials,
  connectMs: number,
): Promise<Dispatcher> {
  const connect = { ...tls, timeout: connectMs, keepAlive: true, keepAliveInitialDelay: 30_000 };
  const proxy = proxyOf(configuration);
  if (proxy === undefined) return new Agent({ connections, connect });
  if (/^socks/i.test(proxy))
    return (await socksDispatcher(configuration, proxy)) ?? new Agent({ connections, connect });
  return new ProxyAgent({ uri: proxy, connections, requestTls: tls, connect: { timeout: connectMs } });
}

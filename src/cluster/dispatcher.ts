import { Agent, ProxyAgent } from 'undici';
import type { Dispatcher } from 'undici';
import { ProblemError } from '#errors/problem.ts';
import { redactText } from '#snapshot/redact.ts';
import type { Configuration } from './connection.ts';
import type { Credentials } from './credentials.ts';
import { proxyOf } from './proxy.ts';

/** More than the requests that run at once, so that long log streams never hold up short ones. */
const connections = 48;

/**
 * The pool of connections to one API server: TLS as the kubeconfig says, through the proxy that is to be used.
 * @throws {ProblemError} `unreachable` when the proxy is none.
 */
export async function createDispatcher(
  configuration: Configuration,
  { tls }: Credentials,
  connectMs: number,
): Promise<Dispatcher> {
  const connect = { ...tls, timeout: connectMs, keepAlive: true, keepAliveInitialDelay: 30_000 };
  const proxy = proxyOf(configuration);
  if (proxy === undefined) return new Agent({ connections, connect });
  if (!URL.canParse(proxy) || !/^(?:https?|socks\w*):\/\//i.test(proxy)) throw unusable(proxy, configuration);
  if (/^socks/i.test(proxy)) {
    const { socksDispatcher } = await import('./client-node.ts');
    return (await socksDispatcher(configuration, tls, proxy)) ?? new Agent({ connections, connect });
  }
  return new ProxyAgent({ uri: proxy, connections, requestTls: tls, connect: { timeout: connectMs } });
}

function unusable(proxy: string, { server, context = '' }: Configuration): ProblemError {
  const message = `the proxy "${redactText(proxy)}" is no URL of an http, https or socks5 proxy`;
  return new ProblemError({ kind: 'unreachable', server: redactText(server), context, code: '', message });
}

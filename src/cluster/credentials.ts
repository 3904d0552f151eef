import { readFile } from 'node:fs/promises';
import type { RequestOptions } from 'node:https';
import type { KubeConfig } from '@kubernetes/client-node';
import type { Dispatcher } from 'undici';
import { ProblemError } from '#problem/problem.ts';
import { redactText } from '#snapshot/redact.ts';
import type { Configuration } from './configuration.ts';
import { runExecPlugin } from './exec-credential.ts';
import type { ExecOptions } from './exec-credential.ts';
import type { UserConfig } from './kubeconfig-file.ts';

/** How requests of one context are sent: who asks, and whom to trust. */
export interface Credentials {
  readonly headers: Readonly<Record<string, string | string[]>>;
  readonly tls: {
    readonly ca?: Buffer;
    readonly cert?: Buffer;
    readonly key?: Buffer;
    readonly rejectUnauthorized?: boolean;
    readonly servername?: string;
  };
  /** Milliseconds since 1970; absent when nothing is known to expire. */
  readonly expiresAt?: number;
}

/**
 * Resolves the credentials once, for all requests: client-node would start an exec plugin for every parallel call.
 * @throws {ProblemError} exec-plugin-failed, not-authenticated (a provider gave nothing), context-incomplete.
 */
export async function resolveCredentials(
  configuration: Configuration,
  options: ExecOptions,
): Promise<Credentials> {
  const { exec } = configuration.user;
  const given = exec ? await runExecPlugin(exec, configuration, options) : undefined;
  const kubeConfig = await clientConfiguration(configuration, given);
  const https: RequestOptions = {};
  try {
    await kubeConfig.applyToHTTPSOptions(https);
  } catch (error) {
    throw notAuthenticated(configuration, error);
  }
  const { ca, cert, key, rejectUnauthorized, servername, auth, headers } = https as RequestOptions & {
    readonly ca?: Buffer;
    readonly cert?: Buffer;
    readonly key?: Buffer;
  };
  const expires = Date.parse(given?.expirationTimestamp ?? '');
  return {
    headers: {
      ...(auth && { authorization: `Basic ${Buffer.from(auth).toString('base64')}` }),
      ...lowerCase(headers as Readonly<Record<string, unknown>> | undefined),
      ...impersonation(configuration.user),
    },
    tls: {
      ...(ca && { ca }),
      ...(cert && { cert }),
      ...(key && { key }),
      ...(rejectUnauthorized !== undefined && { rejectUnauthorized }),
      ...(servername !== undefined && { servername }),
    },
    ...(Number.isFinite(expires) && { expiresAt: expires }),
  };
}

/** client-node's way through a SOCKS proxy, the one thing that undici does not do for TLS with our options. */
export async function socksDispatcher(
  configuration: Configuration,
  proxy: string,
): Promise<Dispatcher | undefined> {
  const { RequestContext, HttpMethod } = await import('@kubernetes/client-node');
  const kubeConfig = await clientConfiguration(
    { ...configuration, user: { 'as-groups': [] } as unknown as UserConfig },
    undefined,
    proxy,
  );
  const context = new RequestContext(configuration.server, HttpMethod.GET);
  await kubeConfig.applySecurityAuthentication(context);
  return context.getDispatcher();
}

/** The chosen context alone, as client-node wants it. */
async function clientConfiguration(
  { cluster, user, server }: Configuration,
  given?: Awaited<ReturnType<typeof runExecPlugin>>,
  proxyUrl?: string,
): Promise<KubeConfig> {
  const client = await import('@kubernetes/client-node');
  const kubeConfig = new client.KubeConfig();
  const base64 = (pem: string): string => Buffer.from(pem).toString('base64');
  // Data given inline comes before a file; client-node looks at the file first.
  const either = <F extends string, D extends string>(
    file: F,
    data: D,
    path: string | undefined,
    content: string | undefined,
  ) => (content ? { [data]: content } : path ? { [file]: path } : {}) as Partial<Record<F | D, string>>;
  const token =
    given?.token ?? user.token ?? (user.tokenFile && (await readFile(user.tokenFile, 'utf8')).trim());
  kubeConfig.loadFromClusterAndUser(
    {
      name: 'cluster',
      server,
      // Plain http is what it is; client-node asks for this before it sends anything.
      skipTLSVerify: cluster['insecure-skip-tls-verify'] === true || server.startsWith('http:'),
      ...either('caFile', 'caData', cluster['certificate-authority'], cluster['certificate-authority-data']),
      ...(cluster['tls-server-name'] && { tlsServerName: cluster['tls-server-name'] }),
      ...(proxyUrl !== undefined && { proxyUrl }),
    },
    {
      // A user, even an empty one: without it client-node leaves out the TLS options of the cluster.
      name: 'user',
      ...(given?.clientCertificateData
        ? { certData: base64(given.clientCertificateData) }
        : either('certFile', 'certData', user['client-certificate'], user['client-certificate-data'])),
      ...(given?.clientKeyData
        ? { keyData: base64(given.clientKeyData) }
        : either('keyFile', 'keyData', user['client-key'], user['client-key-data'])),
      ...(token && { token }),
      ...(user.username && { username: user.username, password: user.password ?? '' }),
      ...(user['auth-provider'] && { authProvider: user['auth-provider'] }),
    },
  );
  return kubeConfig;
}

/** client-node knows impersonation of a user only. */
function impersonation(user: UserConfig): Readonly<Record<string, string | string[]>> {
  return {
    ...(user.as && { 'impersonate-user': user.as }),
    ...(user['as-uid'] && { 'impersonate-uid': user['as-uid'] }),
    ...(user['as-groups'].length > 0 && { 'impersonate-group': user['as-groups'] }),
  };
}

function lowerCase(headers: Readonly<Record<string, unknown>> = {}): Record<string, string> {
  return Object.fromEntries(
    Object.entries(headers).map(([name, value]) => [name.toLowerCase(), String(value).trim()]),
  );
}

function notAuthenticated({ server, context }: Configuration, cause: unknown): ProblemError {
  const message = redactText(cause instanceof Error ? cause.message : String(cause));
  return new ProblemError({ kind: 'not-authenticated', server, context: context ?? '', message }, cause);
}

/**
 * What client-node alone can do: the auth-provider plugins (oidc with its refresh, gcp, azure) and SOCKS proxies.
 * Loading it takes twice as long as starting Node, so it is loaded only for one of these. It is imported by path: its
 * index brings all API classes and models of Kubernetes.
 */
import type { RequestOptions } from 'node:https';
import type { Dispatcher } from 'undici';
import type { Configuration, Tls } from './connection.ts';

/** The headers that the user's auth-provider gives; it may ask its issuer for a new token. */
export async function providerHeaders({
  server,
  user,
}: Configuration): Promise<Readonly<Record<string, string>>> {
  const { KubeConfig } = await import('@kubernetes/client-node/dist/config.js');
  const kubeConfig = new KubeConfig();
  kubeConfig.loadFromClusterAndUser(
    { name: 'cluster', server, skipTLSVerify: isPlain(server) },
    { name: 'user', authProvider: user['auth-provider'] },
  );
  const https: RequestOptions = {};
  try {
    await kubeConfig.applyToHTTPSOptions(https);
  } catch (error) {
    // Its own words may name neither the provider nor the user.
    const name = user['auth-provider']?.name ?? '';
    throw new Error(`auth-provider ${name}: ${(error as Error).message}`, { cause: error });
  }
  const headers = Object.entries((https.headers ?? {}) as Readonly<Record<string, unknown>>);
  return Object.fromEntries(headers.map(([name, value]) => [name.toLowerCase(), String(value).trim()]));
}

/** client-node's way through a SOCKS proxy, the one thing that undici does not do for TLS with our options. */
export async function socksDispatcher(
  { server }: Configuration,
  tls: Tls,
  proxyUrl: string,
): Promise<Dispatcher | undefined> {
  const [{ KubeConfig }, { HttpMethod, RequestContext }] = await Promise.all([
    import('@kubernetes/client-node/dist/config.js'),
    import('@kubernetes/client-node/dist/gen/http/http.js'),
  ]);
  const kubeConfig = new KubeConfig();
  kubeConfig.loadFromClusterAndUser(
    {
      name: 'cluster',
      server,
      proxyUrl,
      skipTLSVerify: tls.rejectUnauthorized === false || isPlain(server),
      ...(tls.ca && { caData: tls.ca.toString('base64') }),
      ...(tls.servername !== undefined && { tlsServerName: tls.servername }),
    },
    {
      name: 'user',
      ...(tls.cert && { certData: tls.cert.toString('base64') }),
      ...(tls.key && { keyData: tls.key.toString('base64') }),
    },
  );
  const context = new RequestContext(server, HttpMethod.GET);
  await kubeConfig.applySecurityAuthentication(context);
  return context.getDispatcher();
}

/** Plain http is what it is; client-node asks to skip the verification of TLS before it sends anything over it. */
function isPlain(server: string): boolean {
  return server.startsWith('http:');
}

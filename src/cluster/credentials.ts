import { readFile } from 'node:fs/promises';
import { ProblemError } from '#errors/problem.ts';
import { redactText } from '#snapshot/redact.ts';
import type { Configuration, Tls } from './connection.ts';
import { runExecPlugin } from './exec-credential.ts';
import type { ExecCredential, ExecOptions } from './exec-credential.ts';
import type { UserConfig } from './kubeconfig.ts';
import { checkCertificate, checkToken } from './validate-credentials.ts';

/** How requests of one context are sent: who asks, and whom to trust. */
export interface Credentials {
  readonly headers: Readonly<Record<string, string | string[]>>;
  readonly tls: Tls;
  /** Milliseconds since 1970; absent when nothing is known to expire. */
  readonly expiresAt?: number;
}

/**
 * Resolves the credentials once, for all requests: client-node would start an exec plugin for every parallel call.
 * What is written in the kubeconfig, or a plugin gives, is put together here, as client-node does (a test compares);
 * only an auth-provider needs client-node itself, which nobody else has to load.
 * @throws {ProblemError} exec-plugin-failed, not-authenticated (a provider gave nothing, a file cannot be read).
 */
export async function resolveCredentials(
  configuration: Configuration,
  options: ExecOptions,
): Promise<Credentials> {
  const { user } = configuration;
  const given = user.exec ? await runExecPlugin(user.exec, configuration, options) : undefined;
  const expires = Date.parse(given?.expirationTimestamp ?? '');
  try {
    return {
      headers: {
        ...basic(user),
        ...(user['auth-provider'] && (await providerHeadersOf(configuration))),
        ...(await bearer(user, given)),
        ...impersonation(user),
      },
      tls: await tlsOf(configuration, given),
      ...(Number.isFinite(expires) && { expiresAt: expires }),
    };
  } catch (error) {
    throw notAuthenticated(configuration, error);
  }
}

async function providerHeadersOf(configuration: Configuration): Promise<Readonly<Record<string, string>>> {
  const { providerHeaders } = await import('./client-node.ts');
  return providerHeaders(configuration);
}

function basic({ username, password = '' }: UserConfig): Readonly<Record<string, string>> {
  if (!username) return {};
  return { authorization: `Basic ${Buffer.from(`${username}:${password}`).toString('base64')}` };
}

async function bearer(
  { token, tokenFile }: UserConfig,
  given: ExecCredential | undefined,
): Promise<Readonly<Record<string, string>>> {
  const bearerToken = given?.token
    ? checkToken(given.token.trim(), 'the token of the credential plugin')
    : token
      ? checkToken(token.trim(), 'the token of the kubeconfig')
      : tokenFile && checkToken((await readFile(tokenFile, 'utf8')).trim(), tokenFile);
  return bearerToken ? { authorization: `Bearer ${bearerToken}` } : {};
}

async function tlsOf(
  { cluster, user, server }: Configuration,
  given: ExecCredential | undefined,
): Promise<Tls> {
  const [ca, cert, key] = await Promise.all([
    pem(cluster['certificate-authority-data'], cluster['certificate-authority']),
    given?.clientCertificateData
      ? Buffer.from(given.clientCertificateData)
      : pem(user['client-certificate-data'], user['client-certificate']),
    given?.clientKeyData
      ? Buffer.from(given.clientKeyData)
      : pem(user['client-key-data'], user['client-key']),
  ]);
  await checkCertificate({ ...(cert && { cert }), ...(key && { key }) });
  return {
    ...(ca && { ca }),
    ...(cert && { cert }),
    ...(key && { key }),
    ...((cluster['insecure-skip-tls-verify'] || server.startsWith('http:')) && { rejectUnauthorized: false }),
    ...(cluster['tls-server-name'] && { servername: cluster['tls-server-name'] }),
  };
}

/** Data given inline (base64) comes before a file, as for kubectl. */
async function pem(data: string | undefined, file: string | undefined): Promise<Buffer | undefined> {
  if (data) return Buffer.from(data, 'base64');
  return file ? readFile(file) : undefined;
}

/** client-node knows impersonation of a user only. */
function impersonation(user: UserConfig): Readonly<Record<string, string | string[]>> {
  return {
    ...(user.as && { 'impersonate-user': user.as }),
    ...(user['as-uid'] && { 'impersonate-uid': user['as-uid'] }),
    ...(user['as-groups'].length > 0 && { 'impersonate-group': user['as-groups'] }),
  };
}

function notAuthenticated({ server, context }: Configuration, cause: unknown): ProblemError {
  const message = redactText(cause instanceof Error ? cause.message : String(cause));
  return new ProblemError({ kind: 'not-authenticated', server, context: context ?? '', message }, cause);
}

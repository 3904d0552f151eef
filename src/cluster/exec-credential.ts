import { spawn } from 'node:child_process';
import { z } from 'zod';
import { ProblemError } from '#errors/problem.ts';
import { redactText, redactValue } from '#snapshot/redact.ts';
import type { Configuration } from './connection.ts';
import type { ExecConfig } from './kubeconfig.ts';

const text = z
  .string()
  .nullish()
  .transform((value) => value ?? undefined);

/** What a plugin prints: `client.authentication.k8s.io`, v1 and v1beta1. */
const execCredential = z.object({
  apiVersion: z.string().startsWith('client.authentication.k8s.io/'),
  kind: z.literal('ExecCredential'),
  status: z.object({
    token: text,
    clientCertificateData: text,
    clientKeyData: text,
    expirationTimestamp: text,
  }),
});

/** Certificate and key are PEM. */
export type ExecCredential = z.infer<typeof execCredential>['status'];

export interface ExecOptions {
  /** The plugin may ask the person: it gets the terminal. Never while a full screen is up. */
  readonly isInteractive: boolean;
  readonly timeoutMs: number;
  readonly signal?: AbortSignal;
}

const maxStderr = 16 * 1024;
const maxStdout = 1024 * 1024;

/** Runs the credential plugin of the kubeconfig's user. @throws {ProblemError} `exec-plugin-failed` */
export async function runExecPlugin(
  exec: ExecConfig,
  configuration: Configuration,
  options: ExecOptions,
): Promise<ExecCredential> {
  const fail = (exitCode: number | null, stderr: string, cause?: unknown): ProblemError =>
    new ProblemError(
      {
        kind: 'exec-plugin-failed',
        context: configuration.context ?? '',
        command: redactValue({ args: [exec.command, ...exec.args] }).args,
        exitCode,
        stderr: redactText(stderr.trim()),
        ...(exec.installHint !== undefined && { installHint: exec.installHint }),
      },
      cause,
    );
  if (exec.interactiveMode === 'Always' && !options.isInteractive) {
    throw fail(null, 'interactiveMode is Always, and the plugin cannot be given a terminal here');
  }
  const { exitCode, stdout, stderr } = await run(exec, configuration, options, fail);
  if (exitCode !== 0) throw fail(exitCode, stderr);
  const credential = execCredential.safeParse(parseJson(stdout));
  if (!credential.success) {
    const reason = credential.error.issues[0];
    throw fail(
      exitCode,
      `${stderr}\nits output is no ExecCredential: ${reason?.path.join('.') ?? ''} ${reason?.message ?? ''}`,
    );
  }
  const { token, clientCertificateData, clientKeyData } = credential.data.status;
  if (token === undefined && (clientCertificateData === undefined || clientKeyData === undefined)) {
    throw fail(
      exitCode,
      `${stderr}\nits ExecCredential holds neither a token nor a certificate with its key`,
    );
  }
  return credential.data.status;
}

interface Ended {
  readonly exitCode: number | null;
  readonly stdout: string;
  readonly stderr: string;
}

function run(
  exec: ExecConfig,
  configuration: Configuration,
  { isInteractive, timeoutMs, signal }: ExecOptions,
  fail: (exitCode: number | null, stderr: string, cause?: unknown) => ProblemError,
): Promise<Ended> {
  return new Promise((resolve, reject) => {
    let stdout = '';
    let stderr = '';
    const child = spawn(exec.command, exec.args, {
      env: {
        ...configuration.env,
        ...Object.fromEntries(exec.env.map(({ name, value }) => [name, value])),
        KUBERNETES_EXEC_INFO: execInfo(exec, configuration, isInteractive),
      },
      // Without a terminal a plugin that asks for a password must end, not hang.
      stdio: isInteractive ? ['inherit', 'pipe', 'inherit'] : ['ignore', 'pipe', 'pipe'],
      ...(signal && { signal }),
    });
    const timer = setTimeout(() => {
      child.kill('SIGKILL');
      reject(fail(null, `${stderr}\nno answer within ${timeoutMs / 1000} s`));
    }, timeoutMs);
    child.stdout?.setEncoding('utf8').on('data', (data: string) => {
      stdout += data;
      // No credential is that long: a plugin that never stops must not be waited for.
      if (stdout.length <= maxStdout) return;
      child.kill('SIGKILL');
      reject(fail(null, `${stderr}\nits output is longer than ${maxStdout / 1024} KiB`));
    });
    child.stderr
      ?.setEncoding('utf8')
      .on('data', (data: string) => (stderr = (stderr + data).slice(-maxStderr)));
    child.once('error', (error) => {
      clearTimeout(timer);
      reject(fail(null, `${stderr}\n${error.message}`, error));
    });
    child.once('close', (exitCode) => {
      clearTimeout(timer);
      resolve({ exitCode, stdout, stderr });
    });
  });
}

/** The variable in which a plugin finds what the client wants. */
function execInfo(exec: ExecConfig, { cluster, server }: Configuration, isInteractive: boolean): string {
  const info = {
    server,
    ...(cluster['tls-server-name'] && { 'tls-server-name': cluster['tls-server-name'] }),
    ...(cluster['insecure-skip-tls-verify'] && { 'insecure-skip-tls-verify': true }),
    ...(cluster['certificate-authority-data'] && {
      'certificate-authority-data': cluster['certificate-authority-data'],
    }),
    ...(cluster['proxy-url'] && { 'proxy-url': cluster['proxy-url'] }),
  };
  return JSON.stringify({
    apiVersion: exec.apiVersion ?? 'client.authentication.k8s.io/v1',
    kind: 'ExecCredential',
    spec: { interactive: isInteractive, ...(exec.provideClusterInfo && { cluster: info }) },
  });
}

function parseJson(content: string): unknown {
  try {
    return JSON.parse(content);
  } catch {
    return undefined;
  }
}

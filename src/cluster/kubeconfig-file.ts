import { readFile } from 'node:fs/promises';
import { dirname, isAbsolute, join, resolve } from 'node:path';
import { LineCounter, parseDocument } from 'yaml';
import type { Document } from 'yaml';
import { z } from 'zod';
import { ProblemError } from '#problem/problem.ts';

const text = z
  .string()
  .nullish()
  .transform((value) => value ?? undefined);
const names = z
  .array(z.string())
  .nullish()
  .transform((value) => value ?? []);

export const execConfig = z.object({
  apiVersion: text,
  command: z.string(),
  args: names,
  env: z
    .array(z.object({ name: z.string(), value: z.string() }))
    .nullish()
    .transform((value) => value ?? []),
  installHint: text,
  provideClusterInfo: z.boolean().nullish(),
  interactiveMode: text,
});

export const clusterConfig = z.object({
  server: text,
  'certificate-authority': text,
  'certificate-authority-data': text,
  'insecure-skip-tls-verify': z.boolean().nullish(),
  'tls-server-name': text,
  'proxy-url': text,
});

export const userConfig = z.object({
  'client-certificate': text,
  'client-certificate-data': text,
  'client-key': text,
  'client-key-data': text,
  token: text,
  tokenFile: text,
  username: text,
  password: text,
  as: text,
  'as-uid': text,
  'as-groups': names,
  'as-user-extra': z.record(z.string(), names).nullish(),
  'auth-provider': z.looseObject({ name: z.string() }).nullish(),
  exec: execConfig.nullish(),
});

const contextConfig = z.object({ cluster: text, user: text, namespace: text });

/** An empty entry (`user: {}` left out) is legal, and means that nothing is set. */
const entries = <K extends string, T extends z.ZodType>(key: K, value: T) =>
  z
    .array(
      z.object({ name: z.string(), [key]: value.nullish() } as Record<'name', z.ZodString> &
        Record<K, z.ZodOptional<z.ZodNullable<T>>>),
    )
    .nullish()
    .transform((list) => list ?? []);

const kubeconfig = z.object({
  'current-context': text,
  clusters: entries('cluster', clusterConfig),
  users: entries('user', userConfig),
  contexts: entries('context', contextConfig),
});

export type ExecConfig = z.infer<typeof execConfig>;
export type ClusterConfig = z.infer<typeof clusterConfig>;
export type UserConfig = z.infer<typeof userConfig>;
export type ContextConfig = z.infer<typeof contextConfig>;
export type Kubeconfig = z.infer<typeof kubeconfig>;

/**
 * Reads one kubeconfig; paths in it become absolute. An empty file is an empty configuration, as for kubectl.
 * @returns undefined when there is no such file.
 * @throws {ProblemError} `kubeconfig-malformed`, with the line where there is one.
 */
export async function readKubeconfig(file: string): Promise<Kubeconfig | undefined> {
  const content = await readText(file);
  if (content === undefined) return undefined;
  const lines = new LineCounter();
  const document = parseDocument(content, { lineCounter: lines, prettyErrors: false });
  const [error] = document.errors;
  if (error) throw malformed(file, lines.linePos(error.pos[0]).line, firstLine(error.message));
  const parsed = kubeconfig.safeParse(document.toJS() ?? {});
  if (!parsed.success) {
    const [issue] = parsed.error.issues;
    const path = issue?.path ?? [];
    throw malformed(
      file,
      lineOf(document, lines, path),
      `${path.join('.') || 'the file'}: ${issue?.message ?? 'invalid'}`,
    );
  }
  return withAbsolutePaths(parsed.data, dirname(resolve(file)));
}

async function readText(file: string): Promise<string | undefined> {
  try {
    return await readFile(file, 'utf8');
  } catch (error) {
    const { code, message } = error as NodeJS.ErrnoException;
    if (code === 'ENOENT') return undefined;
    throw malformed(file, undefined, message, error);
  }
}

function malformed(file: string, line: number | undefined, reason: string, cause?: unknown): ProblemError {
  return new ProblemError(
    { kind: 'kubeconfig-malformed', file, ...(line !== undefined && { line }), reason },
    cause,
  );
}

function firstLine(message: string): string {
  return message.split('\n', 1)[0] ?? message;
}

/** The line of the nearest node on the path that is there. */
function lineOf(document: Document, lines: LineCounter, path: readonly PropertyKey[]): number | undefined {
  for (let length = path.length; length >= 0; length -= 1) {
    const node = document.getIn(path.slice(0, length), true) as
      { range?: readonly [number, ...number[]] } | undefined;
    if (node?.range) return lines.linePos(node.range[0]).line;
  }
  return undefined;
}

function withAbsolutePaths(config: Kubeconfig, folder: string): Kubeconfig {
  const absolute = (file: string | undefined): string | undefined =>
    file === undefined || file === '' || isAbsolute(file) ? file : join(folder, file);
  return {
    ...config,
    clusters: config.clusters.map((entry) => ({
      ...entry,
      cluster: entry.cluster && {
        ...entry.cluster,
        'certificate-authority': absolute(entry.cluster['certificate-authority']),
      },
    })),
    users: config.users.map((entry) => ({
      ...entry,
      user: entry.user && {
        ...entry.user,
        'client-certificate': absolute(entry.user['client-certificate']),
        'client-key': absolute(entry.user['client-key']),
        tokenFile: absolute(entry.user.tokenFile),
        // A bare name is looked for in PATH, as kubectl does.
        exec: entry.user.exec && {
          ...entry.user.exec,
          command: /[\\/]/.test(entry.user.exec.command)
            ? (absolute(entry.user.exec.command) ?? '')
            : entry.user.exec.command,
        },
      },
    })),
  };
}

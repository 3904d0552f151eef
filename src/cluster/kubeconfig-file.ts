import { readFile } from 'node:fs/promises';
import { dirname, isAbsolute, join, resolve } from 'node:path';
import { LineCounter, parseDocument } from 'yaml';
import type { Document } from 'yaml';
import { ProblemError } from '#errors/problem.ts';
import { type Kubeconfig, kubeconfig } from './kubeconfig.ts';

/**
 * Reads one kubeconfig; paths in it become absolute. An empty file is an empty configuration, as for kubectl.
 * @returns undefined when there is no such file.
 * @throws {ProblemError} `kubeconfig-malformed`, with the line where there is one.
 */
export async function readKubeconfig(file: string): Promise<Kubeconfig | undefined> {
  const content = await readText(file);
  if (content === undefined) return undefined;
  const lines = new LineCounter();
  // kubectl takes the last of equal keys without a word.
  const document = parseDocument(content, { lineCounter: lines, prettyErrors: false, uniqueKeys: false });
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

/** The line of the suggest node on the path that is there. */
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

import { readFile } from 'node:fs/promises';
import { writeNewFile } from '#errors/write-file.ts';
import type { WriteOptions } from '#errors/write-file.ts';
import { ProblemError } from '#errors/problem.ts';
import { snapshot as snapshotSchema, snapshotApiVersion } from '#snapshot/snapshot.ts';
import type { Snapshot } from '#snapshot/snapshot.ts';

/** Saves a snapshot, which is redacted already. @throws {ProblemError} `report-exists`, `report-not-written` */
export async function writeSnapshot(
  snapshot: Snapshot,
  file: string,
  options: WriteOptions = { overwrite: false },
): Promise<void> {
  await writeNewFile(file, `${JSON.stringify(snapshot, null, 1)}\n`, options);
}

/** @throws {ProblemError} `snapshot-unreadable`, `snapshot-version`, `snapshot-invalid` */
export async function readSnapshot(file: string): Promise<Snapshot> {
  const content = parse(file, await readText(file));
  const found = (content as { apiVersion?: unknown } | null)?.apiVersion;
  if (typeof found === 'string' && found.startsWith('osm-edge-doctor/') && found !== snapshotApiVersion) {
    throw new ProblemError({ kind: 'snapshot-version', file, found, supported: snapshotApiVersion });
  }
  const parsed = snapshotSchema.safeParse(content);
  if (parsed.success) return parsed.data;
  const [issue] = parsed.error.issues;
  throw new ProblemError(
    {
      kind: 'snapshot-invalid',
      file,
      path: issue?.path.join('.') ?? '',
      reason: issue?.message ?? 'invalid',
    },
    parsed.error,
  );
}

async function readText(file: string): Promise<string> {
  try {
    return await readFile(file, 'utf8');
  } catch (error) {
    throw new ProblemError({ kind: 'snapshot-unreadable', file, message: (error as Error).message }, error);
  }
}

/** A file that was cut short is no JSON any more. */
function parse(file: string, text: string): unknown {
  try {
    return JSON.parse(text);
  } catch (error) {
    throw new ProblemError(
      { kind: 'snapshot-invalid', file, path: '', reason: (error as Error).message },
      error,
    );
  }
}

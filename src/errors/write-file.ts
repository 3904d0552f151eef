import { randomUUID } from 'node:crypto';
import { constants, copyFile, link, open, rename, rm, stat } from 'node:fs/promises';
import { basename, dirname, join } from 'node:path';
import { ProblemError } from './problem.ts';

export interface WriteOptions {
  /** Replace an existing file; only after the person confirmed it. */
  readonly overwrite: boolean;
}

/**
 * Writes a file atomically, with mode 0600. The text goes to a temporary file in the same folder first; a hard link then
 * gives it its name, which fails when the file exists.
 * @throws {ProblemError} `report-exists`, `report-not-written`
 */
export async function writeNewFile(file: string, text: string, { overwrite }: WriteOptions): Promise<void> {
  const folder = dirname(file);
  const temporary = join(folder, `.${basename(file)}.${randomUUID().slice(0, 8)}.tmp`);
  try {
    const handle = await open(temporary, 'wx', 0o600);
    try {
      await handle.writeFile(text);
      await handle.sync();
    } finally {
      await handle.close();
    }
    await (overwrite ? rename(temporary, file) : linkNew(temporary, file));
  } catch (error) {
    throw await writeProblem(file, error);
  } finally {
    await rm(temporary, { force: true }).catch(() => undefined);
  }
}

/** Links, or copies exclusively on file systems without hard links, such as some network shares. */
async function linkNew(temporary: string, file: string): Promise<void> {
  try {
    await link(temporary, file);
  } catch (error) {
    const { code = '' } = error as NodeJS.ErrnoException;
    if (!['EPERM', 'ENOTSUP', 'EOPNOTSUPP', 'ENOSYS', 'EMLINK'].includes(code)) throw error;
    await copyFile(temporary, file, constants.COPYFILE_EXCL);
  }
}

async function writeProblem(file: string, error: unknown): Promise<ProblemError> {
  const { code = '', message } = error as NodeJS.ErrnoException;
  // A folder is never replaced, also with `overwrite`.
  const isFolder = await stat(file).then(
    (there) => there.isDirectory(),
    () => false,
  );
  if (isFolder)
    return new ProblemError({ kind: 'report-not-written', file, code: 'EISDIR', message: 'it is a folder' });
  if (code === 'EEXIST') return new ProblemError({ kind: 'report-exists', file }, error);
  return new ProblemError({ kind: 'report-not-written', file, code, message }, error);
}

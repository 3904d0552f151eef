import { loadTexts } from '#steps/load-texts.ts';
import { type CommonOptions, chooseLanguage } from './options.ts';
import { progressLine } from './progress-line.ts';
import { openSource } from './open-source.ts';

/** The command `collect`: reads the cluster into a snapshot file for `--from`. Returns the exit status. */
export async function collect(
  file: string,
  options: CommonOptions & { readonly force?: boolean },
  process: NodeJS.Process,
): Promise<number> {
  const texts = await loadTexts(chooseLanguage(options.lang, process.env));
  const source = await openSource(options, { env: process.env, isTerminal: false });
  const progress = progressLine(process.stderr, texts);
  try {
    const snapshot = await source.read({ onUpdate: (_, state) => progress.show(state) });
    progress.clear();
    const { writeSnapshot } = await import('#cluster/snapshot-file.ts');
    await writeSnapshot(snapshot, file, { overwrite: options.force ?? false });
    process.stderr.write(`${texts.cli.snapshotSaved(file)}\n`);
    return 0;
  } finally {
    progress.clear();
    await source.close();
  }
}

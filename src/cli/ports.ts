import type { Progress } from '#cluster/snapshot-builder.ts';
import { loadTexts } from '#i18n/load.ts';
import { type Language, languages, type Texts } from '#i18n/texts.ts';
import type { ScreenId } from '#i18n/types/steps.ts';
import type { Snapshot } from '#snapshot/snapshot.ts';
import type { Lend, ReadingUpdate, WizardPorts } from '#wizard/ports/ports.ts';
import { screenIds } from '#wizard/state/state.ts';
import type { ReadRequest, Source } from './source.ts';

/**
 * Joins the wizard to the program: it reads from this source, and diagnoses, tells and saves as `check` does. Rules,
 * screens, exporters and the other language come behind the first frame, which needs none of them: a reading waits
 * for the rules, so they are there as soon as there is a fact to diagnose or to show.
 * @param first The languages that are loaded already, the one to begin with first.
 */
export function portsOf(
  source: Source,
  first: readonly [readonly [Language, Texts], ...(readonly [Language, Texts])[]],
): WizardPorts {
  const rules = behind(() => import('./diagnose.ts'));
  const walk = behind(() => import('./walk.ts'));
  const headlines = behind(() => import('#presentation/headline.ts'));
  const spoken = new Map(first);

  const read = async (
    request: () => ReadRequest,
    onUpdate: (reading: ReadingUpdate) => void,
    signal: AbortSignal,
    lend: Lend,
  ): Promise<void> => {
    await Promise.all([rules.load(), walk.load(), headlines.load()]);
    let last: Progress | undefined;
    const tell = (snapshot: Snapshot, progress: Progress, finished: boolean): void => {
      last = progress;
      onUpdate({ snapshot, progress: { ...progress, startedAt: Date.parse(progress.startedAt), finished } });
    };
    const onReading = (snapshot: Snapshot, progress: Progress): void => tell(snapshot, progress, false);
    const reading = source.read({ ...request(), onUpdate: onReading, signal, lend });
    const [snapshot] = await Promise.all([reading, learnLanguages()]);
    if (last !== undefined) tell(snapshot, last, true);
  };

  const learnLanguages = async (): Promise<void> => {
    for (const other of languages) if (!spoken.has(other)) spoken.set(other, await loadTexts(other));
  };

  return {
    source: {
      start: (onUpdate, signal, lend) => read(() => ({}), onUpdate, signal, lend),
      reread: (what, previous, onUpdate, signal, lend) =>
        read(
          () =>
            what === 'everything' || what === 'verdict'
              ? {}
              : { previous, only: rules.get().factsOfStep(what) },
          onUpdate,
          signal,
          lend,
        ),
    },
    ...(source.logs && { logs: source.logs }),
    contexts: { list: () => source.contexts(), use: (name) => source.use(name) },
    diagnose: (snapshot) => rules.get().diagnoseSnapshot(snapshot),
    screens: Object.fromEntries(
      screenIds.map((id) => [id, (input) => walk.get().screens[id](input)] as const),
    ) as Record<ScreenId, WizardPorts['screens'][ScreenId]>,
    headline: (...of) => headlines.get().headline(...of),
    async exportReport(format, file, diagnosis, spokenNow, leftOut, history) {
      const { saveReport } = await import('#report/save.ts');
      const told = await loadTexts(spokenNow);
      await saveReport({
        file,
        format,
        diagnosis,
        language: spokenNow,
        texts: told,
        leftOut,
        history,
        overwrite: false,
      });
    },
    // In the first moments there is one language only; the next drawing has the one that was asked for.
    texts: (asked) => spoken.get(asked) ?? first[0][1],
    now: () => new Date(),
  };
}

/** A module that is loaded while something else is shown; `get` is for after `load`. */
function behind<T>(load: () => Promise<T>): { load(): Promise<void>; get(): T } {
  let loaded: T | undefined;
  return {
    async load() {
      loaded ??= await load();
    },
    get() {
      if (loaded === undefined) throw new Error('used before anything was read');
      return loaded;
    },
  };
}

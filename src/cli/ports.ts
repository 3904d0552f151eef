import type { Progress } from '#cluster/snapshot-builder.ts';
import { loadTexts } from '#steps/load-texts.ts';
import { type Language, languages, type Texts } from '#i18n/texts.ts';
import type { ScreenId } from '#i18n/types/steps.ts';
import type { Snapshot } from '#snapshot/snapshot.ts';
import type { Lend, ReadingUpdate, WizardPorts } from '#wizard/ports/ports.ts';
import { screenIds } from '#wizard/state/state.ts';
import type { ReadRequest, Source } from './source.ts';

/**
 * The ports of the wizard: it reads from this source, and diagnoses, formats and saves as `check` does. Rules, screens,
 * exporters and the other languages are loaded after the first frame, which does not need them. Each reading waits for
 * the rules, so that they are loaded before there is a fact to diagnose or to show.
 * @param first The languages that are already loaded, the initial one first.
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
    // At first only one language is loaded; the next frame is in the chosen one.
    texts: (asked) => spoken.get(asked) ?? first[0][1],
    now: () => new Date(),
  };
}

/** A module that is loaded in the background; `get` may be called once `load` has resolved. */
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

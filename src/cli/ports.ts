import type { Progress } from '#cluster/board.ts';
import { headline } from '#document/headline.ts';
import type { Screen } from '#document/screen-input.ts';
import { textsOf } from '#language/all.ts';
import type { ScreenId } from '#language/types/steps.ts';
import { saveReport } from '#report/save.ts';
import type { Snapshot } from '#snapshot/snapshot.ts';
import { screen as errorLogs } from '#steps/error-logs/screen.ts';
import { screen as health } from '#steps/health/screen.ts';
import { screen as podEvents } from '#steps/pod-events/screen.ts';
import { screen as straySidecar } from '#steps/stray-sidecar/screen.ts';
import { screen as verdict } from '#steps/verdict/screen.ts';
import type { Reading, WizardPorts } from '#wizard/ports.ts';
import { diagnoseSnapshot, factsOfStep } from './diagnose.ts';
import type { ReadRequest, Source } from './source.ts';

/** The screens of the walk. */
export const screens: Readonly<Record<ScreenId, Screen>> = {
  health,
  'stray-sidecar': straySidecar,
  'pod-events': podEvents,
  'error-logs': errorLogs,
  verdict,
};

/** Joins the wizard to the program: it reads from this source, and diagnoses, tells and saves as `check` does. */
export function portsOf(source: Source): WizardPorts {
  const read = async (
    request: ReadRequest,
    onUpdate: (reading: Reading) => void,
    signal: AbortSignal,
  ): Promise<void> => {
    let last: Progress | undefined;
    const tell = (snapshot: Snapshot, progress: Progress, finished: boolean): void => {
      last = progress;
      onUpdate({ snapshot, progress: { ...progress, startedAt: Date.parse(progress.startedAt), finished } });
    };
    const onReading = (snapshot: Snapshot, progress: Progress): void => tell(snapshot, progress, false);
    const snapshot = await source.read({ ...request, onUpdate: onReading, signal });
    if (last !== undefined) tell(snapshot, last, true);
  };
  return {
    source: {
      start: (onUpdate, signal) => read({}, onUpdate, signal),
      reread: (what, previous, onUpdate, signal) =>
        read(
          what === 'everything' || what === 'verdict' ? {} : { previous, only: factsOfStep(what) },
          onUpdate,
          signal,
        ),
    },
    diagnose: diagnoseSnapshot,
    screens,
    headline,
    async exportReport(format, file, diagnosis, language) {
      await saveReport({ file, format, diagnosis, language, texts: textsOf(language), overwrite: false });
    },
    texts: textsOf,
    now: () => new Date(),
  };
}

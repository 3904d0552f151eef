import type { RuleProps } from '#components/rule-lines.ts';
import { age } from '#presentation/age.ts';
import { sanitizeLine } from '#presentation/sanitize.ts';
import type { Texts } from '#i18n/texts.ts';
import type { Progress } from '../ports/ports.ts';
import { lastVerdict } from '../state/shown.ts';
import type { WizardState } from '../state/state.ts';
import { countdown } from '../state/watch.ts';

/** From here on, what is waited for is named with its seconds. */
const slowFrom = 3_000;

/** The rule below the tabs: the progress bar while something is read, and what a watch is about to do. */
export function progressRule(state: WizardState, texts: Texts): RuleProps {
  const { run } = state;
  const watching = watchWords(state, texts);
  const note = (own: string): string => [...watching, own].filter((part) => part !== '').join(' · ');
  switch (run.kind) {
    case 'reading': {
      if (run.progress === undefined) return { note: note(texts.ui.progress.connecting) };
      const { done, total } = run.progress;
      const said = note(progressWords(run.progress, state.now, texts));
      return total > 0 ? { note: said, progress: done / total } : { note: said };
    }
    case 'cancelled':
      return { note: texts.ui.progress.cancelled };
    case 'finished':
    case 'failed':
    case 'unchosen':
      return watching.length === 0 ? {} : { note: note('') };
    default:
      return run satisfies never;
  }
}

function progressWords({ current, done, startedAt, total }: Progress, now: number, texts: Texts): string {
  const seconds = (Math.max(0, now - startedAt) / 1000).toFixed(1);
  const slow = current.filter(({ since }) => now - since >= slowFrom);
  const [first] = slow;
  if (first === undefined) {
    const what = current.map(({ what: label }) => sanitizeLine(label));
    return texts.ui.progress.reading(what, done, total, seconds);
  }
  const waited = Math.floor((now - first.since) / 1000);
  return texts.runs.slow(
    slow.map(({ what }) => sanitizeLine(what)),
    waited,
    done,
    total,
    seconds,
  );
}

/** `watching · next in 3 s · last verdict 12 s ago` */
function watchWords(state: WizardState, { runs }: Texts): readonly string[] {
  const { now, run, watch } = state;
  if (watch.kind !== 'on') return [];
  const verdict = run.kind === 'reading' && state.whole === undefined ? undefined : lastVerdict(state);
  const readAt = verdict?.diagnosis.readAt;
  return [
    runs.watch.label,
    ...(watch.nextAt === undefined ? [] : [runs.watch.nextIn(countdown(now, watch.nextAt))]),
    ...(readAt === undefined ? [] : [runs.watch.verdictAge(age(readAt, new Date(now).toISOString()))]),
  ];
}

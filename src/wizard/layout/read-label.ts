import { utc } from '#presentation/age.ts';
import type { Texts } from '#i18n/texts.ts';
import { displayedAge } from './displayed-time.ts';
import { currentMesh, factsAge, shownFacts } from '../state/shown.ts';
import type { WizardState } from '../state/state.ts';

/**
 * When the facts on the screen were read; '' while there are none. While everything is read a second time, and after
 * a reading that left something out, it says which of the two a screen shows.
 */
export function readLabel(state: WizardState, texts: Texts, file: string | undefined): string {
  const shown = shownFacts(state);
  const isReading = state.run.kind === 'reading';
  if (shown === undefined || (isReading && state.whole === undefined)) return '';
  const { readAt } = shown.diagnosis;
  const words = texts.ui.read;
  if (file !== undefined) return words.at(utc(readAt));
  const again = texts.runs.read;
  const secondsSince = (at: string): number => displayedAge((state.now - Date.parse(at)) / 1_000);
  if (isReading && shown === state.whole) return again.again(short(secondsSince(readAt)));
  const mesh = currentMesh(state);
  const oldest = mesh === undefined ? undefined : factsAge(mesh, state.screen);
  if (oldest !== undefined) {
    const age = short(secondsSince(oldest.readAt));
    return oldest.isAll ? again.keptAll(age) : again.keptSome(age);
  }
  const seconds = secondsSince(readAt);
  if (isReading || seconds < 10) return words.justNow;
  return seconds < 60 ? words.over(`${seconds}s`) : words.ago(minutes(seconds / 60));
}

/** `<10s`, `10s+`, `5m`: as coarse as ages are shown. */
function short(seconds: number): string {
  if (seconds < 10) return '<10s';
  return seconds < 60 ? `${seconds}s+` : minutes(seconds / 60);
}

/** `5m`, `2h10m`, `3d4h`: from an hour on what is left over tells less and less. */
function minutes(total: number): string {
  const [days, hours] = [Math.floor(total / 1_440), Math.floor(total / 60) % 24];
  if (days > 0) return hours === 0 ? `${days}d` : `${days}d${hours}h`;
  if (hours > 0) return total % 60 === 0 ? `${hours}h` : `${hours}h${total % 60}m`;
  return `${total}m`;
}

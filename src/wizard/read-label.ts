import { utc } from '#document/age.ts';
import type { Texts } from '#language/texts.ts';
import { shownAge } from './moment.ts';
import type { WizardState } from './state.ts';

/** When the facts on the screen were read; '' while there are none. */
export function readLabel(state: WizardState, texts: Texts, file: string | undefined): string {
  const readAt = state.data?.diagnosis.readAt;
  const words = texts.ui.read;
  if (readAt === undefined || state.run.kind === 'reading') return '';
  if (file !== undefined) return words.at(utc(readAt));
  const seconds = shownAge((state.now - Date.parse(readAt)) / 1_000);
  if (seconds < 10) return words.justNow;
  return seconds < 60 ? words.over(`${seconds}s`) : words.ago(minutes(seconds / 60));
}

/** `5m`, `2h10m`, `3d4h`: from an hour on what is left over tells less and less. */
function minutes(total: number): string {
  const [days, hours] = [Math.floor(total / 1_440), Math.floor(total / 60) % 24];
  if (days > 0) return hours === 0 ? `${days}d` : `${days}d${hours}h`;
  if (hours > 0) return total % 60 === 0 ? `${hours}h` : `${hours}h${total % 60}m`;
  return `${total}m`;
}

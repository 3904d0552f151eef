import type { ProbeMeaning } from '#mesh/probes.ts';
import type { ProbeRow } from './rows.ts';
import type { Texts } from '#i18n/texts.ts';
import { probeKey } from '#snapshot/fact-keys.ts';
import { endpointOf } from '#i18n/ports.ts';
import { age } from '#presentation/age.ts';
import type { Block } from '#presentation/blocks.ts';
import type { PresentationInput } from '#presentation/screen-input.ts';
import { clusterLine } from '#presentation/shell.ts';
import { kubeletIsKnown } from './tables.ts';

/** One row a meaning, a failing one before others: what is said once need not be said for each replica. */
export function oneOfEachMeaning(probes: readonly ProbeRow[]): readonly ProbeRow[] {
  const chosen = new Map<ProbeMeaning, ProbeRow>();
  for (const probe of probes) {
    const known = chosen.get(probe.meaning);
    if (known === undefined || (!isFailing(known) && isFailing(probe))) chosen.set(probe.meaning, probe);
  }
  return [...chosen.values()];
}

/** What 200, a failing status and no answer of this endpoint mean, and what breaks (facts §2.2–2.4). */
export function meaningBlocks(probe: ProbeRow, { texts }: PresentationInput): readonly Block[] {
  const { labels } = texts.steps.health.words;
  const { breaks, failing, ok, silent } = texts.steps.health.words.meanings[probe.meaning];
  const fails = isFailing(probe);
  const breaking = `${fails ? labels.breaksNow : labels.breaksWhileFailing}: ${breaks}`;
  return [
    { kind: 'heading', level: 3, text: `${endpointOf(probe.url)} (${probe.container})` },
    {
      kind: 'list',
      items: [ok, failing, silent, ...(fails ? [] : [breaking])],
    },
    ...(fails ? [{ kind: 'item', mark: 'critical', text: breaking } as const] : []),
  ];
}

/** The guide's manual way: forward the port, then call the endpoint in a second terminal. */
export function manualBlocks(probe: ProbeRow, { run, texts }: PresentationInput): readonly Block[] {
  const { labels } = texts.steps.health.words;
  const { call, expect, forward } = probe.manual;
  const command = (number: number, argv: readonly string[], text: string): Block => ({
    kind: 'command',
    number,
    command: clusterLine(argv, run),
    equivalents: [],
    text,
    notes: [],
  });
  return [command(1, forward, labels.manualForward), command(2, call, labels.manualCall(expect))];
}

/** What the kubelet's own calls gave, as far as events tell. */
export function kubeletItem(probe: ProbeRow, { diagnosis, now, texts }: PresentationInput): Block {
  const { labels } = texts.steps.health.words;
  const said =
    probe.kubeletFailures > 0
      ? labels.kubeletSays(probe.kubeletFailures, age(probe.kubeletLastAt, now))
      : undefined;
  if (said !== undefined) return { kind: 'item', mark: 'warning', text: `${labels.kubelet}: ${said}` };
  const known = kubeletIsKnown(diagnosis);
  return {
    kind: 'item',
    mark: known ? 'info' : 'unknown',
    text: `${labels.kubelet}: ${known ? labels.kubeletSilent : labels.kubeletUnknown}`,
  };
}

/** The sentence that fits the answer at hand, or says why there is none. */
export function meaningNow(probe: ProbeRow, { texts }: PresentationInput): string {
  const { failing, ok, silent } = texts.steps.health.words.meanings[probe.meaning];
  switch (probe.verdict) {
    case 'passes':
      return ok;
    case 'fails':
    case 'flaps':
      return probe.attempts.at(-1)?.kind === 'answered' ? failing : silent;
    case 'pending':
      return texts.steps.health.words.verdicts.pending;
    case 'not-checked':
      return whyNotChecked(probe, texts);
    default:
      return probe.verdict satisfies never;
  }
}

function whyNotChecked({ container, gap, pod, probe }: ProbeRow, texts: Texts): string {
  if (gap === undefined || gap.state === 'read' || gap.state === 'absent')
    return texts.steps.health.words.labels.notCalled;
  return texts.reading.gap({ fact: 'probes', key: probeKey(pod, container, probe), observed: gap });
}

function isFailing({ verdict }: ProbeRow): boolean {
  return verdict === 'fails' || verdict === 'flaps';
}

import { describe, expect, test } from 'vitest';
import { adviceBlocks, causeBlocks } from '#presentation/cause.ts';
import { evidenceBlocks } from '#presentation/finding.ts';
import { rootCauses, unexplainedFindings } from '#presentation/related.ts';
import { remedyBlocks } from '#presentation/remedy.ts';
import { languages } from '#i18n/texts.ts';
import { blockText } from '../support/block-text.ts';
import {
  buildCause,
  buildFinding,
  buildInput,
  buildMeshDiagnosis,
  buildRemedyStep,
  buildRun,
  buildStep,
  buildStraySidecar,
  podSubject,
} from '../support/diagnosis-builder.ts';

const sidecar = buildStraySidecar();
const down = buildFinding('component-down', { component: 'osm-controller', ready: 0, wanted: 1 });
const waiting = buildFinding(
  'init-not-done',
  { container: 'init-osm-injector', state: 'running', restarts: 0, exitCode: 0 },
  { subject: podSubject('osm-injector-x') },
);
const lonely = buildFinding('other-warning-event', { reason: 'Odd', message: 'odd', count: 1 });
const step = buildRemedyStep({
  equivalent: [['kubectl', '--context', 'prod-tokyo', 'label', 'ns', 'osm-system', 'x-']],
  changes: [{ code: 'drops-ignore-label', params: {} }],
  before: [
    {
      code: 'webhook-dead-lock',
      params: { webhook: 'osm-webhook-osm2' },
      answer: 'check-first',
      command: ['kubectl', 'get', 'mutatingwebhookconfigurations'],
    },
  ],
});
const effect = buildCause(
  'bootstrap-not-ready',
  { init: 'init-osm-injector' },
  { requires: [waiting], effectOf: 'the root' },
);
const root = buildCause(
  'injected-by-other-mesh',
  { injector: 'osm2', injectorNamespace: 'osm-system-2', workloads: ['osm-controller'], enrolled: true },
  {
    requires: [sidecar],
    effects: [down],
    causes: [effect.key],
    remedy: [step],
    confidence: 'certain',
    since: '2026-11-03T11:56:40Z',
  },
);
const chain = [root, { ...effect, effectOf: root.key }];
const diagnosis = buildMeshDiagnosis({
  verdict: { status: 'critical', exitCode: 3 },
  steps: {
    health: buildStep('health', { status: 'critical', findings: [down] }),
    'stray-sidecar': buildStep('stray-sidecar', { status: 'critical', findings: [sidecar] }),
    'pod-events': buildStep('pod-events', { status: 'critical', findings: [waiting, lonely] }),
  },
  causes: chain,
});

test('only what nothing else brings about is a root', () => {
  expect(rootCauses(chain)).toEqual([root]);
  expect(unexplainedFindings(diagnosis)).toEqual([lonely]);
});

describe.each(languages)('blocks of a cause (%s)', (language) => {
  const input = buildInput(diagnosis, { language });
  const { presentation } = input.texts;

  test('tell headline, certainty, what it rests on and what follows from it', () => {
    const text = blockText(causeBlocks(root, input));
    expect(text).toContain('OED501');
    expect(text).toContain('osm2');
    expect(text).toContain(presentation.confidence.certain.name);
    expect(text).toContain(presentation.labels.since('2026-11-03T11:56:40Z', '3m20s'));
    expect(text).toContain('OED101');
    const effects = text.slice(text.indexOf(presentation.labels.effects));
    expect(effects).toContain('OED503');
    expect(effects).toContain('OED404');
    expect(effects).toContain('OED217');
    expect(effects).not.toContain('OED101');
  });

  test('number the commands and say what they alter and what is to be checked first', () => {
    const text = blockText(remedyBlocks(root.remedy, input));
    expect(text).toContain('1 osm namespace remove osm-system --mesh-name osm2');
    expect(text).toContain('= kubectl --context prod-tokyo label ns osm-system x-');
    expect(text).toContain('osm-webhook-osm2');
    expect(text).toContain('$ kubectl get mutatingwebhookconfigurations');
  });

  test('end with "mend, then check again"', () => {
    expect(blockText(causeBlocks(root, input))).toContain(presentation.labels.fixThenCheck);
  });

  test('lead from an effect to the commands of its root', () => {
    const text = blockText(adviceBlocks(waiting, input));
    expect(text).toContain(presentation.labels.effectOf);
    expect(text).toContain('OED501');
    expect(text).toContain('osm namespace remove');
  });

  test('name the next thing to look at where no cause is known', () => {
    const text = blockText(adviceBlocks(lonely, input));
    expect(text).toContain(presentation.labels.next);
    expect(text).not.toContain('osm namespace remove');
  });

  test('say that a cause is over', () => {
    expect(blockText(causeBlocks({ ...root, active: false }, input))).toContain(presentation.labels.over);
  });
});

describe('a finding', () => {
  const input = buildInput(diagnosis);

  test('quotes the cluster with place, time and age, and cleans what it quotes', () => {
    const finding = {
      ...sidecar,
      evidence: [
        { fact: 'pods', at: 'Pod/x spec', quote: 'one\n\u001B[31mtwo', time: '2026-11-03T11:59:36Z' },
      ],
    };
    const quote = evidenceBlocks(finding, input).find(({ kind }) => kind === 'quote');
    expect(quote).toMatchObject({
      source: 'Pod/x spec · 2026-11-03T11:59:36Z (24s)',
      lines: ['one', 'two'],
    });
  });

  test('says how much evidence it does not quote', () => {
    const evidence = Array.from({ length: 20 }, () => ({ fact: 'pods', at: 'x', quote: 'y' }));
    const text = blockText(evidenceBlocks({ ...sidecar, evidence }, input));
    expect(text).toContain('8 more');
  });

  test('carries DEMO in the commands of a demo', () => {
    const run = buildRun([diagnosis], { source: { kind: 'demo' } });
    expect(blockText(adviceBlocks(sidecar, { ...input, run }))).toContain('# DEMO');
  });
});

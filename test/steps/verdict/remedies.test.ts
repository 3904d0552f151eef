import { describe, expect, test } from 'vitest';
import { firstFix, remedyGroups, type RemedyStep } from '#diagnosis/remedy.ts';
import { healthyCluster, terminated, waiting, zerolog } from '../../support/cluster-builder.ts';
import type { ClusterBuilder } from '../../support/cluster-builder.ts';
import { catalogue } from '#steps/catalogue.ts';
import { webhookOf } from '../../support/webhook-objects.ts';
import { crashing, diagnosisOf, fatal } from '../../diagnosis/breakages.ts';
import { cases } from '../../diagnosis/cases/all.ts';

const remediesOf = (cluster: ClusterBuilder): readonly RemedyStep[] =>
  diagnosisOf(cluster).causes.flatMap(({ remedy }) => remedy);

/** Every command of a step: itself, what it pipes into, its other forms, and those that answer a check. */
const commandsOf = (step: RemedyStep): readonly (readonly string[])[] => [
  step.argv,
  ...(step.pipe === undefined ? [] : [step.pipe]),
  ...(step.equivalent ?? []),
  ...step.before.flatMap(({ command }) => (command === undefined ? [] : [command])),
];

describe('the commands of every cause', () => {
  test.each(cases)('reach the cluster that was read, and are whole: $what', ({ cluster }) => {
    const steps = remediesOf(cluster());
    expect(steps.length).toBeGreaterThan(0);
    for (const argv of steps.flatMap(commandsOf)) {
      expect(argv).not.toContain('');
      expect(argv.join(' ')).not.toMatch(/undefined|\[object/);
      if (argv[0] === 'kubectl') expect(argv.slice(0, 3)).toEqual(['kubectl', '--context', 'test']);
      if (argv[0] === 'helm') expect(argv).toContain('--kube-context');
    }
  });

  test.each(cases)(
    'say what they alter, and none leaves it to the mesh CLI, which takes no context: $what',
    ({ cluster }) => {
      for (const { argv, changes } of remediesOf(cluster())) {
        const alters =
          /\b(?:restart|delete|patch|scale|annotate|label|remove|ignore|set (?:image|resources))\b/;
        const isLook = ['rollout status', 'rollout history'].some((words) => argv.join(' ').includes(words));
        if (alters.test(argv.join(' ')) && !isLook) expect(changes.length, argv.join(' ')).toBeGreaterThan(0);
        const offline = argv[1] === 'support';
        expect(['osm', 'fsm'].includes(argv[0] ?? '') && !offline, argv.join(' ')).toBe(false);
      }
    },
  );

  test.each(cases)('come as look, fix, apply, verify: $what', ({ cluster }) => {
    for (const { remedy } of diagnosisOf(cluster()).causes) {
      const order = remedy.map(({ group }) => remedyGroups.indexOf(group));
      expect(order).toEqual(order.toSorted((a, b) => a - b));
      const lines = remedy.map(({ argv, pipe = [] }) => [...argv, '|', ...pipe].join(' '));
      expect(new Set(lines).size).toBe(lines.length);
    }
  });

  test.each(cases)('name no Pod once Pods were replaced: $what', ({ cluster }) => {
    const built = cluster();
    const diagnosis = diagnosisOf(built);
    for (const { remedy } of diagnosis.causes) {
      const first = remedy.findIndex(({ changes }) => changes.some(({ code }) => code === 'restarts-pods'));
      const after = first < 0 ? [] : remedy.slice(first + 1);
      const words = after.flatMap(({ argv }) => argv);
      expect(words.filter((word) => diagnosis.pods.some((pod) => word.endsWith(pod)))).toEqual([]);
    }
  });

  test.each(cases)('of a symptom change nothing: $what', ({ cluster }) => {
    const symptoms = new Set(catalogue.causes.filter(({ isSymptom }) => isSymptom).map(({ code }) => code));
    for (const { code, remedy } of diagnosisOf(cluster()).causes) {
      if (!symptoms.has(code)) continue;
      expect(remedy.filter(({ changes }) => changes.length > 0).map(({ argv }) => argv.join(' '))).toEqual(
        [],
      );
    }
  });
});

const fsm = () => healthyCluster({ name: 'fsm', namespace: 'fsm-system', flavour: 'fsm', version: '1.5.1' });

describe('an FSM control plane', () => {
  const broken: readonly (readonly [string, () => ClusterBuilder, string])[] = [
    ['scaled to zero', () => fsm().withReplicas('injector', 0), 'scale deployment/fsm-injector'],
    ['without MeshConfig', () => fsm().withMeshConfig(undefined), 'rollout restart deployment/fsm-bootstrap'],
    [
      'enrolled in its own mesh',
      () => fsm().withEnrolment('fsm-system', 'fsm'),
      'label namespace fsm-system flomesh.io/monitored-by-',
    ],
    [
      'with an error code in its log',
      () =>
        crashing(fsm(), 'controller', [
          fatal('Error creating sidecar driver', 'something new', { error_code: 'E3000' }),
        ]),
      'logs fsm-controller',
    ],
    [
      'with a broken CA Secret',
      () =>
        crashing(fsm(), 'controller', [
          zerolog(
            'error',
            '',
            'Opaque k8s secret fsm-system/fsm-ca-bundle does not have required field "ca.crt"',
            {
              code: 'E4001',
            },
          ),
        ]),
      'describe secret fsm-ca-bundle',
    ],
    [
      'killed for memory',
      () =>
        fsm().notReady('controller', {
          restartCount: 4,
          state: waiting('CrashLoopBackOff'),
          lastState: terminated(137, 'OOMKilled', 30),
        }),
      'set resources deployment/fsm-controller',
    ],
    ['without its injector', () => fsm().withoutDeployment('injector'), '-n fsm-system get deployments,pods'],
    [
      'beside a stale webhook',
      () =>
        fsm().withWebhook(
          'mutating',
          webhookOf({ ...fsm().mesh, name: 'gone', namespace: 'gone-system' }, 'mutatingWebhook'),
        ),
      '-n gone-system get deployments,services',
    ],
  ];

  test.each(broken)('%s gets commands of FSM', (_what, cluster, command) => {
    const steps = remediesOf(cluster());
    const deciding = [steps[0], firstFix(steps)].map((step) => step?.argv.join(' ') ?? '');
    expect(deciding.join('\n')).toContain(command);
    const words = steps.flatMap(commandsOf).flat();
    expect(words.filter((word) => /\bosm\b|openservicemesh/.test(word))).toEqual([]);
  });

  test('restarts all three for a new CA, and deletes the Secret only where its content is bad', () => {
    const secret = (code: string) =>
      remediesOf(crashing(fsm(), 'controller', [zerolog('error', '', 'The CA is not usable', { code })]));
    expect(secret('E4001').map(({ purpose }) => purpose.code)).toContain('delete-secret');
    expect(secret('E4000').map(({ purpose }) => purpose.code)).not.toContain('delete-secret');
    expect(secret('E4000').map(({ argv }) => argv.join(' '))).toContainEqual(
      expect.stringContaining('deployment/fsm-bootstrap deployment/fsm-controller deployment/fsm-injector'),
    );
  });
});

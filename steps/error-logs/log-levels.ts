import type { CheckInput } from '#diagnosis/check.ts';
import type { FindingDraft } from '#diagnosis/finding.ts';
import { mainContainer } from '#mesh/control-plane.ts';
import { flavourOf } from '#mesh/flavours.ts';
import { valueOf } from '#snapshot/observed.ts';
import { type Replica, replicasOf } from '#steps/shared/replicas.ts';
import { evidenceOf, finding, subjectOf } from '#steps/shared/subjects.ts';

type Input = CheckInput<'pods' | 'meshConfig'>;

/** At these no error lines are written, so an empty step 3 proves nothing (facts §5.3). */
const silent = new Set(['fatal', 'panic', 'disabled']);

/** Is any process set to a level above error, by its flag or by the MeshConfig? */
export function checkLogLevels(input: Input): {
  readonly findings: readonly FindingDraft[];
  readonly looked: number;
} {
  const replicas = (replicasOf(input.mesh, input.facts.pods) ?? []).filter(({ isActive }) => isActive);
  const findings = [...replicas.flatMap((replica) => byFlag(input, replica)), ...byMeshConfig(input)];
  return { findings, looked: replicas.length };
}

function byFlag({ mesh }: Input, { pod, name, role, workload }: Replica): readonly FindingDraft[] {
  const container = mainContainer(role, flavourOf(mesh));
  const args = pod.spec.containers.find((item) => item.name === container)?.args ?? [];
  const level = verbosityIn(args);
  if (level === undefined || !silent.has(level)) return [];
  const subject = subjectOf(mesh, 'Pod', name, { workload, container });
  const evidence = [
    evidenceOf('pods', subject, `spec.containers[${container}].args`, `--verbosity ${level}`),
  ];
  return [finding('log-level-silences', 'info', subject, { level, where: '--verbosity' }, evidence)];
}

function verbosityIn(args: readonly string[]): string | undefined {
  const joined = args.find((argument) => argument.startsWith('--verbosity='))?.slice('--verbosity='.length);
  const at = args.indexOf('--verbosity');
  return joined ?? (at < 0 ? undefined : args[at + 1]);
}

/** Controller and injector follow the MeshConfig when it changes; the bootstrap does not (facts §5.3). */
function byMeshConfig({ mesh, facts }: Input): readonly FindingDraft[] {
  const { name, logLevelPath } = flavourOf(mesh).meshConfig;
  const config = valueOf(facts.meshConfig);
  const level = logLevelPath.split('.').reduce<unknown>(child, config);
  if (typeof level !== 'string' || !silent.has(level)) return [];
  const subject = subjectOf(mesh, 'MeshConfig', name);
  const where = `MeshConfig ${name}`;
  return [
    finding('log-level-silences', 'info', subject, { level, where }, [
      evidenceOf('meshConfig', subject, logLevelPath, level),
    ]),
  ];
}

function child(value: unknown, key: string): unknown {
  if (typeof value !== 'object' || value === null || !Object.hasOwn(value, key)) return undefined;
  return (value as Record<string, unknown>)[key];
}

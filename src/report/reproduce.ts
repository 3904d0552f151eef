import type { Diagnosis } from '#diagnosis/diagnosis.ts';
import type { Block } from '#presentation/blocks.ts';
import { shellLine } from '#presentation/shell.ts';
import type { Language, Texts } from '#i18n/texts.ts';

const program = 'osm-edge-doctor';

/** The commands that come to the same diagnosis again, with the cluster and the narrowing of this run. */
export function reproduceBlocks(run: Diagnosis, texts: Texts, language: Language): readonly Block[] {
  const where = [...sourceOptions(run), ...targetOptions(run), ...limitOptions(run)];
  const { again, everything, file, wizard } = texts.report.reproduce;
  const inLanguage = ['--lang', language];
  return [
    command([program, 'check', ...where, ...inLanguage], again),
    command([program, 'check', ...where, ...inLanguage, '--report', 'report.html'], everything),
    command([program, ...where, ...inLanguage], wizard),
    command([program, 'collect', 'snapshot.json', ...where], file),
  ];
}

function sourceOptions({ source }: Diagnosis): readonly string[] {
  const { context, kubeconfig, kind, scenario } = source;
  if (kind === 'demo') return scenario === undefined ? ['--demo'] : ['--demo', scenario];
  return [
    ...(kubeconfig === undefined ? [] : ['--kubeconfig', kubeconfig]),
    ...(context === undefined ? [] : ['--context', context]),
  ];
}

function targetOptions({ target }: Diagnosis): readonly string[] {
  return [
    ...(target.mesh === undefined ? [] : ['--mesh', target.mesh]),
    ...(target.namespace === undefined ? [] : ['-n', target.namespace]),
  ];
}

function limitOptions({ limits: { since, logBytes } = {} }: Diagnosis): readonly string[] {
  return [
    ...(since === undefined ? [] : ['--since', since]),
    ...(logBytes === undefined ? [] : ['--log-bytes', `${logBytes}`]),
  ];
}

function command(argv: readonly string[], text: string): Block {
  return { kind: 'command', command: shellLine(argv), equivalents: [], text, notes: [] };
}

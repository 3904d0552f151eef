import type { Diagnosis } from '#diagnosis/diagnosis.ts';
import { utc } from '#presentation/age.ts';
import type { Block } from '#presentation/blocks.ts';
import { headline } from '#presentation/headline.ts';
import { type LeftOutItem, leftOutOf, leftOutSentence } from '#presentation/left-out.ts';
import type { History } from '#presentation/history.ts';
import { verdictMark } from '#presentation/marks.ts';
import { hasNoControlPlane } from '#presentation/no-control-plane.ts';
import type { Language, Texts } from '#i18n/texts.ts';
import { historySection, keptBlocks } from './history-section.ts';
import { meshSections } from './mesh-sections.ts';
import type { Detail, ReportDocument, ReportFact, ReportSection } from './report-document.ts';
import { reproduceBlocks } from './reproduce.ts';

/**
 * All that a report says, in its order. Pure, and ages are relative to `run.readAt`: the same diagnosis in the same
 * language gives the same bytes. What was left out by hand changes neither headline nor verdict; the summary tells it.
 */
export function reportDocument(
  run: Diagnosis,
  texts: Texts,
  language: Language,
  detail: Detail = 'full',
  leftOut: readonly LeftOutItem[] = [],
  history?: History,
): ReportDocument {
  const { meshes, source, verdict } = run;
  const several = meshes.length > 1;
  const without = leftOutSentence(run, leftOut, texts);
  return {
    language,
    texts,
    readAt: run.readAt,
    title: texts.report.title,
    mark: verdictMark(verdict),
    verdict: texts.presentation.verdicts[verdict.status],
    headline: headline(run, texts),
    ...(source.kind === 'demo' ? { demo: texts.presentation.labels.demo } : {}),
    facts: factsOf(run, texts),
    summary: [
      ...(several ? [meshTable(run, texts)] : []),
      ...(verdict.soFar ? [{ kind: 'item', mark: 'pending', text: texts.report.soFar } as const] : []),
      ...(without === undefined ? [] : [{ kind: 'item', mark: 'info', text: without } as const]),
      ...keptBlocks(run, texts),
    ],
    sections: [
      ...meshes.flatMap((diagnosis, index) => [
        ...(several ? [meshTitle(run, index, texts)] : []),
        ...meshSections(
          { diagnosis, run, texts, language, now: run.readAt, leftOut: leftOutOf(diagnosis, leftOut) },
          detail,
          several ? index + 1 : undefined,
        ),
      ]),
      ...historySection(history, texts, language),
      ...closingSections(run, texts, language, detail),
    ],
  };
}

function factsOf(run: Diagnosis, { presentation, report }: Texts): ReportFact[] {
  const { limits = {}, meshes, readAt, source, target, verdict } = run;
  const [only, ...others] = meshes;
  const facts: readonly (readonly [string, string | undefined])[] = [
    [report.facts.verdict, `${presentation.verdicts[verdict.status]} · ${report.exitCode(verdict.exitCode)}`],
    [
      report.facts.mesh,
      others.length === 0 && only !== undefined && !hasNoControlPlane(only) ? meshFact(only.mesh) : undefined,
    ],
    [report.facts.readAt, utc(readAt)],
    [report.facts.scenario, source.scenario],
    [report.facts.context, source.context],
    [report.facts.kubeconfig, source.kubeconfig],
    // The server of a demo lives as long as the program.
    [report.facts.server, source.kind === 'demo' ? undefined : source.server],
    [report.facts.narrowed, report.narrowedTo(target, limits)],
  ];
  return facts.flatMap(([label, value = '']) => (value === '' ? [] : [{ label, value }]));
}

/** `Mesh osm in osm-system · osm-edge 1.3.9` */
function meshName(mesh: Diagnosis['meshes'][number]['mesh'], report: Texts['report']): string {
  return `${report.meshIn(mesh.name, mesh.namespace)} · ${product(mesh)}`;
}

/** `osm (osm-system) · osm-edge 1.3.9` */
function meshFact(mesh: Diagnosis['meshes'][number]['mesh']): string {
  return `${mesh.name === '' ? '-' : mesh.name} (${mesh.namespace}) · ${product(mesh)}`;
}

function product({ flavour, version }: Diagnosis['meshes'][number]['mesh']): string {
  return version === '' ? flavour : `${flavour} ${version}`;
}

function meshTable({ meshes }: Diagnosis, { presentation, report }: Texts): Block {
  const { mesh, namespace, product: productColumn, verdict } = report.meshColumns;
  return {
    kind: 'table',
    columns: [mesh, namespace, productColumn, verdict],
    rows: meshes.map((one) => [
      one.mesh.name === '' ? '-' : one.mesh.name,
      one.mesh.namespace,
      product(one.mesh),
      presentation.verdicts[one.verdict.status],
    ]),
    marks: meshes.map((one) => verdictMark(one.verdict)),
  };
}

/** Opens the part of one mesh among several: its own headline. */
function meshTitle(run: Diagnosis, index: number, texts: Texts): ReportSection {
  const diagnosis = run.meshes[index] as Diagnosis['meshes'][number];
  const mark = verdictMark(diagnosis.verdict);
  return {
    id: `mesh-${index + 1}`,
    level: 2,
    title: meshName(diagnosis.mesh, texts.report),
    mark,
    blocks: [{ kind: 'item', mark, text: headline(diagnosis, texts, run.source).text }],
  };
}

function closingSections(
  run: Diagnosis,
  texts: Texts,
  language: Language,
  detail: Detail,
): readonly ReportSection[] {
  const { about, sections } = texts.report;
  const blocks = reproduceBlocks(run, texts, language);
  if (detail === 'brief') return [{ id: 'reproduce', level: 2, title: sections.more, blocks }];
  return [
    { id: 'reproduce', level: 2, title: sections.reproduce, blocks },
    { id: 'about', level: 2, title: sections.about, blocks: [{ kind: 'list', items: about }] },
  ];
}

import type { MeshDiagnosis } from '#diagnosis/diagnosis.ts';
import type { ReportFormat } from '#report/formats.ts';

const extensions: Readonly<Record<ReportFormat, string>> = {
  markdown: 'md',
  html: 'html',
  json: 'json',
  text: 'txt',
};

/** The file offered first, in the working directory: `osm-edge-doctor-<mesh>-<yyyymmdd-hhmmss>.md`, UTC. */
export function defaultFile(
  format: ReportFormat,
  mesh: Pick<MeshDiagnosis, 'mesh'> | undefined,
  now: number,
): string {
  const time = new Date(now).toISOString().replaceAll(/[-:T]/gu, '').slice(0, 14);
  const stamp = `${time.slice(0, 8)}-${time.slice(8)}`;
  // The name comes from a label of the cluster, so only what is safe in every file system is kept.
  const name = (mesh?.mesh.name ?? '').replaceAll(/[^\w.-]+/gu, '-').replace(/^[.-]+/u, '') || 'mesh';
  return `osm-edge-doctor-${name}-${stamp}.${extensions[format]}`;
}

/** Another name for a file that exists: `report.md`, `report-2.md`, `report-3.md`. */
export function nextFile(file: string): string {
  const match = /^(?<stem>.*?)(?:-(?<number>[2-9]|[1-9]\d))?(?<extension>\.[^./]*)?$/su.exec(file);
  const { stem = file, number, extension = '' } = match?.groups ?? {};
  return `${stem}-${number === undefined ? 2 : Number(number) + 1}${extension}`;
}

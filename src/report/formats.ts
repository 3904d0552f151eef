import { extname } from 'node:path';

export const reportFormats = ['markdown', 'html', 'json', 'text'] as const;
export type ReportFormat = (typeof reportFormats)[number];

/** What a file without a telling extension gets: it can be read as it is, and pasted into an issue. */
export const defaultFormat: ReportFormat = 'markdown';

const byExtension: ReadonlyMap<string, ReportFormat> = new Map([
  ['.md', 'markdown'],
  ['.markdown', 'markdown'],
  ['.html', 'html'],
  ['.htm', 'html'],
  ['.json', 'json'],
  ['.txt', 'text'],
  ['.text', 'text'],
  ['.log', 'text'],
]);

/** The format that a file's extension asks for, in any case; `defaultFormat` when it tells none. */
export function formatOfFile(file: string): ReportFormat {
  return byExtension.get(extname(file).toLowerCase()) ?? defaultFormat;
}

/** Whether a file's extension tells a format, or there is none and `defaultFormat` is meant: not `report.pdf`. */
export function isReportFile(file: string): boolean {
  const extension = extname(file).toLowerCase();
  return extension === '' || byExtension.has(extension);
}

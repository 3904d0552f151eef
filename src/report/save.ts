import type { Diagnosis } from '#diagnosis/diagnosis.ts';
import type { Language, Texts } from '#i18n/texts.ts';
import { writeNewFile } from '#errors/write-file.ts';
import { formatOfFile, type ReportFormat } from './formats.ts';
import { render, type RenderOptions } from './render.ts';

export interface ReportOrder extends RenderOptions {
  readonly file: string;
  /** What the extension of the file says, when it is not given. */
  readonly format?: ReportFormat;
  readonly diagnosis: Diagnosis;
  readonly texts: Texts;
  readonly language: Language;
  /** The person said that what is there may go. */
  readonly overwrite: boolean;
}

/**
 * Writes a report with everything in it, whole or not at all, readable by its owner only; tells in which format.
 * @throws {ProblemError} `report-exists`, `report-not-written`
 */
export async function saveReport(order: ReportOrder): Promise<ReportFormat> {
  const { diagnosis, file, format = formatOfFile(file), language, overwrite, texts } = order;
  await writeNewFile(file, render(format, diagnosis, texts, language, { detail: 'full', ...order }), {
    overwrite,
  });
  return format;
}

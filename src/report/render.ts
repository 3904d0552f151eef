import type { Diagnosis } from '#diagnosis/diagnosis.ts';
import type { Language, Texts } from '#language/texts.ts';
import type { ReportFormat } from './formats.ts';
import { htmlReport } from './html.ts';
import { jsonReport } from './json.ts';
import { markdownReport } from './markdown.ts';
import { reportDocument } from './report.ts';
import type { Detail } from './report-document.ts';
import { textReport, type TextOptions } from './text.ts';

export interface RenderOptions extends TextOptions {
  /** Of text, which is printed as well as written; brief unless told otherwise. The other formats tell everything. */
  readonly detail?: Detail;
}

/**
 * The report in a format. Pure: the same diagnosis in the same language gives the same bytes. `options` only bear on
 * text.
 */
export function render(
  format: ReportFormat,
  run: Diagnosis,
  texts: Texts,
  language: Language,
  options: RenderOptions = {},
): string {
  switch (format) {
    case 'markdown':
      return markdownReport(reportDocument(run, texts, language));
    case 'html':
      return htmlReport(reportDocument(run, texts, language));
    case 'json':
      return jsonReport(run, texts, language);
    case 'text':
      return textReport(reportDocument(run, texts, language, options.detail ?? 'brief'), options);
    default:
      return format satisfies never;
  }
}

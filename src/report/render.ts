import type { Diagnosis } from '#diagnosis/diagnosis.ts';
import type { Language, Texts } from '#language/texts.ts';
import type { ReportFormat } from './formats.ts';
import { htmlReport } from './html.ts';
import { jsonReport } from './json.ts';
import { markdownReport } from './markdown.ts';
import { reportDocument } from './report.ts';
import { textReport, type TextOptions } from './text.ts';

/**
 * The report in a format. Pure: the same diagnosis in the same language gives the same bytes. `options` only bear on
 * text.
 */
export function render(
  format: ReportFormat,
  run: Diagnosis,
  texts: Texts,
  language: Language,
  options: TextOptions = {},
): string {
  switch (format) {
    case 'markdown':
      return markdownReport(reportDocument(run, texts, language));
    case 'html':
      return htmlReport(reportDocument(run, texts, language));
    case 'json':
      return jsonReport(run, texts, language);
    case 'text':
      return textReport(reportDocument(run, texts, language), options);
    default:
      return format satisfies never;
  }
}

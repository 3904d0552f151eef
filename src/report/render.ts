import type { Diagnosis } from '#diagnosis/diagnosis.ts';
import type { History } from '#presentation/history.ts';
import type { LeftOutItem } from '#presentation/left-out.ts';
import type { Language, Texts } from '#i18n/texts.ts';
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
  /** Findings and causes that a person took out of every format; the verdict stays what it is. */
  readonly leftOut?: readonly LeftOutItem[];
  /** The verdicts of the session, which close a report of any format. */
  readonly history?: History;
}

/**
 * The report in a format. Pure: the same diagnosis in the same language gives the same bytes. Of `options` only
 * `leftOut` and `history` bear on other formats than text.
 */
export function render(
  format: ReportFormat,
  run: Diagnosis,
  texts: Texts,
  language: Language,
  options: RenderOptions = {},
): string {
  const { history, leftOut } = options;
  switch (format) {
    case 'markdown':
      return markdownReport(reportDocument(run, texts, language, 'full', leftOut, history));
    case 'html':
      return htmlReport(reportDocument(run, texts, language, 'full', leftOut, history));
    case 'json':
      return jsonReport(run, texts, language, leftOut, history);
    case 'text':
      return textReport(
        reportDocument(run, texts, language, options.detail ?? 'brief', leftOut, history),
        options,
      );
    default:
      return format satisfies never;
  }
}

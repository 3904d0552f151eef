import type { Problem } from '#errors/problem.ts';
import type { ReportFormat } from '#report/formats.ts';
import type { TextField } from '../text-field/text-field.ts';

/** How far the export of a report is. */
export type ExportStage =
  | { readonly kind: 'format'; readonly cursor: number }
  | {
      readonly kind: 'path';
      readonly format: ReportFormat;
      readonly field: TextField;
      /** Why the last try failed; `empty` when there was no name. */
      readonly trouble?: Problem | 'empty';
    }
  | { readonly kind: 'writing'; readonly format: ReportFormat; readonly file: string }
  | { readonly kind: 'done'; readonly file: string };

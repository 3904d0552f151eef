/** What the program says outside of screens and reports. */
export interface CliTexts {
  /** The line on standard error while a cluster is read. `what` is '' when nothing is waited for. */
  reading(done: number, total: number, what: string): string;
  snapshotSaved(file: string): string;
  reportSaved(file: string): string;
}

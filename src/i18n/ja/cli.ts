import type { CliTexts } from '../types/cli.ts';

export const cli: CliTexts = {
  reading: (done, total, what) => `読み取り中: ${done}/${total}${what === '' ? '' : ` · ${what}`}`,
  snapshotSaved: (file) => `スナップショットを保存しました: ${file}`,
  reportSaved: (file) => `レポートを書き出しました: ${file}`,
};

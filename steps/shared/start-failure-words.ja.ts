import type { StartFailure } from './start-failure.ts';

/** Why a program cannot be executed, for the event and the log alike. */
export const startFailureWords: Readonly<Record<StartFailure, { short: string; why: string; next: string }>> =
  {
    architecture: {
      short: 'exec format error',
      why: 'イメージ内のプログラムが、ノードとは別の CPU アーキテクチャ向けにビルドされています。',
      next: 'イメージのプラットフォームと、ノードのアーキテクチャを比較します。',
    },
    'not-found': {
      short: 'プログラムなし',
      why: 'コンテナのコマンドがイメージにありません。',
      next: 'コンテナのコマンドとイメージを、最後に動作したリビジョンと比較します。',
    },
    'not-executable': {
      short: '実行権限なし',
      why: 'コンテナのユーザーに、コマンドの実行権限がありません。',
      next: 'イメージと、コンテナの securityContext を確認します。',
    },
  };

import { podRunFindings } from './findings-pod-run.ja.ts';
import { podStartFindings } from './findings-pod-start.ja.ts';
import { rejectedPodFindings } from './findings-rejected.ja.ts';
import type { EventsTexts } from './texts.en.ts';

const findings = { ...podStartFindings, ...podRunFindings, ...rejectedPodFindings };

export const texts: EventsTexts = {
  tab: 'イベント',
  question: 'Pod のスケジューリングや起動でエラーが発生しましたか？',
  guide: {
    title: '手順 2: Pod のスケジューリングまたは起動中のエラー',
    paragraphs: [
      'コントローラーとインジェクターの異常な Pod について、「kubectl describe pod」で最近のエラーを探します。',
      'エラーを修正し、メッシュの正常性を再確認します。',
    ],
    stale: [
      'Pod がなければ describe の対象もありません。拒否された Pod のイベント（FailedCreate）は ReplicaSet に残ります。また、.items[0] が対象とするレプリカは 1 つだけです。',
      'イベントが保持されるのは既定で 1 時間のため、イベントがなくても正常とはいえません。コンテナの state と lastState、Pod の conditions は、より長く残ります。',
    ],
  },
  checks: {
    events: {
      question: 'Pod の作成、スケジューリング、起動のエラーを示すイベントはありませんか？',
      passed: (looked) =>
        looked === 0
          ? 'イベントはありません（保持されるのは既定で 1 時間です）。'
          : `イベント ${looked} 件を読み取りました。継続中の問題を示すものはありません。`,
    },
    'container-states': {
      question: 'すべてのコンテナは動作中ですか？前回はどのように終了しましたか？',
      passed: (looked) =>
        looked === 0
          ? '確認するコンテナはありません。'
          : `コンテナ ${looked} 件を確認しました。問題のあるものはありません。`,
    },
    'application-pods': {
      question: '新しいアプリケーション Pod は作成、注入できますか？',
      passed: (looked) =>
        looked === 0
          ? '作成に失敗したアプリケーション Pod を示すイベントはありません。イベントが保持されるのは、既定で 1 時間です。'
          : `Pod の作成の失敗を示すイベント ${looked} 件を読み取りました。メッシュによる失敗が続いていることを示すものはありません。`,
    },
    nodes: {
      question: 'Pod のあるノードは正常ですか？',
      passed: (looked) =>
        looked === 0
          ? 'ノードに割り当てられたコントロールプレーンの Pod はありません。'
          : `ノード ${looked} 件を確認しました。すべて Ready で、リソース不足も cordon もありません。`,
    },
  },
  findings,
  words: {
    looked: (events, containers) =>
      `イベント ${events} 件と、コンテナ ${containers} 件の状態を確認しました。`,
    labels: {
      eventsOf: (object) => `${object} のイベント`,
      noEvents:
        'API サーバーにコントロールプレーンのイベントはありません。イベントが保持されるのは、既定で 1 時間です。',
      statesOf: (pod) => `${pod} のコンテナの状態`,
    },
    columns: {
      state: 'STATE',
      last: 'LAST STATE',
    },
  },
};

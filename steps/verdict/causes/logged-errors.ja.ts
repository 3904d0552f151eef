import type { CauseTexts } from '#i18n/types/causes.ts';
import { inBrackets, list } from '#i18n/ja/words.ts';
import type { loggedErrorCauses } from './logged-errors.ts';
import { processOf } from './words.ja.ts';

export const texts = {
  'logged-errors': {
    headline: ({ container, errorCodes, signatures, records, panics }, subject) =>
      signatures === 0 && panics > 0
        ? `${processOf(container, subject)}が panic を ${panics} 件出力しています。`
        : `${processOf(container, subject)}が ${signatures} 種類のエラー${inBrackets(list(errorCodes))}を ${records} 件${panics > 0 ? `、panic を ${panics} 件` : ''}出力しています。`,
    explanation: () =>
      'これらのエラーでプロセスは終了せず、説明できるほかの原因もありません。注入、証明書、Webhook には専用のプローブがないため、プローブが成功していても機能が失われている可能性があります。',
  },
} satisfies Pick<CauseTexts, keyof typeof loggedErrorCauses>;

import { z } from 'zod';
import type { Observed, ReadError, Refusal } from '#snapshot/observed.ts';
import { redactText } from '#snapshot/redact.ts';
import type { Reply } from './transport.ts';

/** An error of the API server; every field may be missing. */
const status = z.object({
  kind: z.literal('Status'),
  message: z.string().nullish(),
  reason: z.string().nullish(),
  code: z.number().nullish(),
  metadata: z.object({ continue: z.string().nullish() }).nullish(),
});

export type Status = z.infer<typeof status>;

/** The Status in an answer; undefined when its body is something else, such as a pod's own answer or a page. */
export function statusOf({ body, contentType }: Pick<Reply, 'body' | 'contentType'>): Status | undefined {
  if (!body.startsWith('{') || (contentType !== '' && !contentType.includes('json'))) return undefined;
  return status.safeParse(parseJson(body)).data;
}

export function parseJson(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return undefined;
  }
}

/** What an answer other than 2xx means for the fact it was asked for: refused, or failed. */
export function observedRefusal(reply: Reply, asked: Omit<Refusal, 'message'>): Observed<never> {
  const said = statusOf(reply);
  const message =
    said?.message == null
      ? excerpt(redactText(reply.body), maxPage)
      : excerpt(redactText(said.message), maxMessage);
  if (reply.status === 403) return { state: 'refused', ...asked, ...(message !== '' && { message }) };
  const kind: ReadError['kind'] = reply.status === 401 ? 'unauthorized' : 'status';
  const reason = said?.reason ?? '';
  return {
    state: 'failed',
    error: { kind, message, code: String(reply.status), ...(reason !== '' && { reason }) },
  };
}

/** Enough for the words of a webhook that the API server passes on. */
const maxMessage = 1000;
/** A page of a proxy or gateway may be long. */
const maxPage = 300;

function excerpt(words: string, max: number): string {
  const text = words.trim();
  return text.length > max ? `${text.slice(0, max)}…` : text;
}

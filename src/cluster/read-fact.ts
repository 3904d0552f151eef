import type { z } from 'zod';
import type { Missing, Observed, ReadError } from '#snapshot/observed.ts';
import { redactValue } from '#snapshot/redact.ts';
import type { FactRequest } from './plan.ts';
import { yieldToEventLoop, pacer } from './yield-to-event-loop.ts';
import { observedError } from './request-error.ts';
import { observedRefusal, parseJson, statusOf } from './status.ts';
import type { Reply, Transport } from './transport.ts';
import { listPage } from './api-schemas.ts';

/** What reading needs besides the request. */
export interface Reading {
  readonly transport: Transport;
  readonly signal?: AbortSignal;
}

const pageSize = 500;
/** So long items are taken apart before keys and frames get a turn. */
const pieceMs = 8;
/** Ten thousand objects: more than any control-plane namespace holds, and an end for a server that never stops. */
const maxPages = 20;

/**
 * Reads one object, checked and redacted. A 404 is `absent`: of a custom resource also when its group version is not
 * served; of a built-in one only when the API server itself says that the object is not there.
 */
export async function readObject<T extends z.ZodType>(
  request: FactRequest,
  schema: T,
  { transport, signal }: Reading,
): Promise<Observed<z.output<T>>> {
  try {
    const reply = await transport.get(request.path, requestOptions(request, signal));
    await yieldToEventLoop();
    if (reply.status === 404 && (isServed(request) ? statusOf(reply) !== undefined : true))
      return { state: 'absent', at: now() };
    if (!isOk(reply)) return observedRefusal(reply, ruleOf(request));
    const parsed = schema.safeParse(parseJson(reply.body));
    if (!parsed.success) return { state: 'failed', error: invalid(issueText(parsed.error)) };
    return { state: 'read', value: redactValue(parsed.data), at: now() };
  } catch (error) {
    return observedError(error);
  }
}

/** Reads a list page by page. Items that make no sense are left out and counted; then the fact is `partial`. */
export async function readList<T extends z.ZodType>(
  request: FactRequest,
  schema: T,
  reading: Reading,
  pageLimit = maxPages,
): Promise<Observed<z.output<T>[]>> {
  const pages = await readPages(request, reading, pageLimit);
  if ('state' in pages) return pages;
  const values: z.output<T>[] = [];
  const issues: string[] = [];
  const rest = pacer(pieceMs);
  for (const item of pages.items) {
    await rest();
    const parsed = schema.safeParse(item);
    if (parsed.success) values.push(redactValue(parsed.data));
    else issues.push(issueText(parsed.error));
  }
  const missing: Missing[] = [...pages.missing];
  if (issues.length > 0)
    missing.push({ kind: 'invalid-items', count: issues.length, reason: issues[0] ?? '' });
  return missing.length > 0
    ? { state: 'partial', value: values, at: now(), missing }
    : { state: 'read', value: values, at: now() };
}

interface Pages {
  readonly items: readonly unknown[];
  readonly missing: readonly Missing[];
}

async function readPages(
  request: FactRequest,
  { transport, signal }: Reading,
  pageLimit: number,
): Promise<Pages | Observed<never>> {
  let items: unknown[] = [];
  let token = '';
  let hasRestarted = false;
  const missing: Missing[] = [];
  const lack = (reason: string): Pages => ({ items, missing: [...missing, { kind: 'pages', reason }] });
  for (let page = 0; ; page += 1) {
    if (page >= pageLimit) return lack(`more than ${pageLimit * pageSize} objects`);
    const isFirst = token === '';
    try {
      const reply = await transport.get(pagePath(request.path, token), requestOptions(request, signal));
      await yieldToEventLoop();
      if (reply.status === 410 && !isFirst) {
        // The list was too slow for its token. Once it starts anew; after that it goes on with what is there now.
        const fresh = statusOf(reply)?.metadata?.continue;
        if (hasRestarted && !fresh) return lack(`410 ${statusOf(reply)?.message ?? ''}`.trim());
        if (hasRestarted) missing.push({ kind: 'pages', reason: 'the list changed while it was read' });
        token = hasRestarted ? (fresh ?? '') : '';
        if (!hasRestarted) items = [];
        hasRestarted = true;
        continue;
      }
      if (!isOk(reply)) {
        const refused = observedRefusal(reply, ruleOf(request));
        return isFirst ? refused : lack(reasonOf(refused));
      }
      const parsed = listPage.safeParse(parseJson(reply.body));
      if (!parsed.success) {
        const error = invalid(issueText(parsed.error));
        return isFirst ? { state: 'failed', error } : lack(error.message);
      }
      items = items.concat(parsed.data.items ?? []);
      const next = parsed.data.metadata?.continue;
      if (!next) return { items, missing };
      token = next;
    } catch (error) {
      const failed = observedError(error);
      return isFirst || failed.state === 'cancelled' ? failed : lack(reasonOf(failed));
    }
  }
}

function pagePath(path: string, token: string): string {
  const paging = `limit=${pageSize}${token === '' ? '' : `&continue=${encodeURIComponent(token)}`}`;
  return `${path}${path.includes('?') ? '&' : '?'}${paging}`;
}

function requestOptions({ accept }: FactRequest, signal: AbortSignal | undefined) {
  return { ...(accept !== undefined && { accept }), ...(signal && { signal }) };
}

function ruleOf({ verb, resource, group, namespace }: FactRequest) {
  return { verb, resource, group, ...(namespace !== undefined && { namespace }) };
}

/** Whether every API server has the resource, so that a 404 without a Status comes from something else. */
function isServed({ group, path }: FactRequest): boolean {
  return path.startsWith('/api/') || path === '/version' || group === 'apps';
}

function isOk({ status }: Reply): boolean {
  return status >= 200 && status < 300;
}

function invalid(message: string): ReadError {
  return { kind: 'invalid', message };
}

function issueText({ issues }: z.ZodError): string {
  const [issue] = issues;
  return `${issue?.path.join('.') || 'the answer'}: ${issue?.message ?? 'invalid'}`;
}

function reasonOf(fact: Observed<never>): string {
  if (fact.state === 'failed') return fact.error.message;
  return fact.state === 'refused' ? (fact.message ?? '403') : fact.state;
}

export function now(): string {
  return new Date().toISOString();
}

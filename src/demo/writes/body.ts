import { parse } from 'yaml';
import { AnswerError, badRequest, statusAnswer } from '../answer.ts';
import type { KubeRequest } from '../request.ts';
import { isFields, mergePatch } from './merge-patch.ts';
import type { Fields } from './merge-patch.ts';
import { jsonPatch } from './json-patch.ts';
import { isProtobuf, readProtobuf } from './protobuf.ts';
import { strategicMerge } from './strategic-merge.ts';

/** The body of a request: an object as JSON, YAML or protobuf. @throws {AnswerError} 400 */
export function readBody(request: KubeRequest): Fields {
  const body = isProtobuf(request.body) ? readProtobuf(request.body) : parseText(request.body.toString());
  if (isFields(body)) return body;
  throw new AnswerError(
    badRequest(
      'the object provided is unrecognized (must be of type JSON, YAML or a known kind in protobuf)',
    ),
  );
}

const APPLY = 'application/apply-patch+yaml';

/** Whether a patch is a server-side apply, which also creates. */
export function isApply(request: KubeRequest): boolean {
  return mediaType(request) === APPLY;
}

/**
 * Applies the patch in a request's body. A server-side apply is merged like a strategic merge patch: fields that an
 * earlier apply owned and this one leaves out stay.
 * @param isCustom Custom resources know no strategic merge.
 * @throws {AnswerError} 400, 415, 422
 */
export function applyPatch(request: KubeRequest, target: unknown, isCustom: boolean): unknown {
  const patch = parseText(request.body.toString());
  switch (mediaType(request)) {
    case 'application/json-patch+json':
      return jsonPatch(target, patch);
    case 'application/merge-patch+json':
      return mergePatch(target, patch);
    case APPLY:
      return isCustom ? mergePatch(target, patch) : strategicMerge(target, patch);
    case 'application/strategic-merge-patch+json':
      if (!isCustom) return strategicMerge(target, patch);
  }
  const accepted = ['application/json-patch+json', 'application/merge-patch+json', APPLY].join(', ');
  const message = `the body of the request was in an unknown format - accepted media types include: ${accepted}`;
  throw new AnswerError(statusAnswer(415, message));
}

function mediaType(request: KubeRequest): string {
  return request.mediaType.split(';')[0]?.trim() ?? '';
}

function parseText(text: string): unknown {
  try {
    return JSON.parse(text) as unknown;
  } catch {
    // YAML, or nothing that can be read.
  }
  try {
    return parse(text) as unknown;
  } catch (error) {
    throw new AnswerError(badRequest(`error decoding: ${String(error).split('\n')[0]}`));
  }
}

import { isDeepStrictEqual } from 'node:util';
import { AnswerError, statusAnswer } from '../answer.ts';
import { isFields } from './merge-patch.ts';

interface Operation {
  readonly op: string;
  readonly path: string;
  readonly from?: string;
  readonly value?: unknown;
}

/**
 * Applies a JSON patch (RFC 6902).
 * @throws {AnswerError} 400 when the patch is none, 422 when it cannot be applied or a `test` fails.
 */
export function jsonPatch(target: unknown, patch: unknown): unknown {
  if (!Array.isArray(patch)) {
    throw new AnswerError(
      statusAnswer(400, 'json: cannot unmarshal object into Go value of type jsonpatch.Patch'),
    );
  }
  return (patch as readonly Operation[]).reduce(apply, target);
}

function apply(target: unknown, operation: Operation): unknown {
  const path = pointer(operation.path);
  switch (operation.op) {
    case 'add':
    case 'replace':
      return change(target, path, operation, operation.value);
    case 'remove':
      return change(target, path, operation, undefined);
    case 'copy':
      return change(target, path, { ...operation, op: 'add' }, valueAt(target, operation, operation.from));
    case 'move': {
      const value = valueAt(target, operation, operation.from);
      const without = change(
        target,
        pointer(operation.from ?? ''),
        { ...operation, op: 'remove' },
        undefined,
      );
      return change(without, path, { ...operation, op: 'add' }, value);
    }
    case 'test':
      if (isDeepStrictEqual(valueAt(target, operation, operation.path), operation.value)) return target;
      return refuse(`testing value ${operation.path} failed`);
    default:
      return refuse(`Unexpected kind: ${operation.op}`);
  }
}

/** A copy of the target in which the value at a path is added, replaced or removed. */
function change(target: unknown, path: readonly string[], operation: Operation, value: unknown): unknown {
  const [step, ...rest] = path;
  if (step === undefined) return value;
  if (Array.isArray(target)) return changeList(target, step, rest, operation, value);
  if (!isFields(target)) return missing(operation);
  if (rest.length > 0) {
    if (!Object.hasOwn(target, step)) return missing(operation);
    return { ...target, [step]: change(target[step], rest, operation, value) };
  }
  if (operation.op !== 'add' && !Object.hasOwn(target, step)) return missing(operation);
  if (operation.op !== 'remove') return { ...target, [step]: value };
  const { [step]: _removed, ...others } = target;
  return others;
}

function changeList(
  target: readonly unknown[],
  step: string,
  rest: readonly string[],
  operation: Operation,
  value: unknown,
): unknown {
  const index = step === '-' ? target.length : Number(step);
  const last = operation.op === 'add' && rest.length === 0 ? target.length : target.length - 1;
  if (!Number.isInteger(index) || index < 0 || index > last) return missing(operation);
  if (rest.length > 0) return target.with(index, change(target[index], rest, operation, value));
  if (operation.op === 'replace') return target.with(index, value);
  return operation.op === 'add' ? target.toSpliced(index, 0, value) : target.toSpliced(index, 1);
}

function valueAt(target: unknown, operation: Operation, path = ''): unknown {
  let current = target;
  for (const step of pointer(path)) {
    const next = Array.isArray(current)
      ? current[Number(step)]
      : isFields(current)
        ? current[step]
        : undefined;
    if (next === undefined) return operation.op === 'test' ? undefined : missing(operation);
    current = next;
  }
  return current;
}

function pointer(path: string): string[] {
  return path
    .split('/')
    .slice(1)
    .map((step) => step.replaceAll('~1', '/').replaceAll('~0', '~'));
}

function missing({ op, path }: Operation): never {
  return refuse(`${op} operation does not apply: doc is missing path: ${path}: missing value`);
}

function refuse(why: string): never {
  throw new AnswerError(
    statusAnswer(422, `the server rejected our request due to an error in our request: ${why}`),
  );
}

import type { MeshIdentity } from '#mesh/identity.ts';
import { errorNameOf } from '#mesh/error-codes.ts';
import type { MeshErrorName } from '#mesh/error-names.ts';
import { flavourOf } from '#mesh/flavours.ts';
import type { LogRead, LogSignature } from '#snapshot/log-summary.ts';
import type { Replica } from '#steps/shared/replicas.ts';

/** All records of one kind in one log, with what a log class may ask about them. */
export interface LogLine {
  readonly mesh: MeshIdentity;
  readonly read: LogRead;
  readonly signature: LogSignature;
  /** The pod, when it still exists and could be read. */
  readonly replica?: Replica;
  /** Does another replica of its workload serve, as far as that is known? */
  readonly hasReadySibling: boolean;
  /** The first record's message, raw. */
  readonly message: string;
  /** The first record's `error` field, raw; '' when it has none. */
  readonly error: string;
  /** What the error code means in this version of the mesh: numbers shift between releases (facts §6). */
  readonly errorName?: MeshErrorName;
}

/** A signature with what the classes read of it. */
export function logLine(
  signature: LogSignature,
  read: LogRead,
  mesh: MeshIdentity,
  replica: Replica | undefined,
  hasReadySibling: boolean,
): LogLine {
  const errorName =
    signature.code === undefined ? undefined : errorNameOf(signature.code, flavourOf(mesh), mesh.version);
  return {
    mesh,
    read,
    signature,
    message: messageOf(signature),
    error: signature.error ?? '',
    hasReadySibling,
    ...(replica === undefined ? {} : { replica }),
    ...(errorName === undefined ? {} : { errorName }),
  };
}

/** Message and error in one; structured klog escapes the quotes of what it quotes. */
export function textOf({ message, error }: LogLine): string {
  return `${message}\n${error}`.replaceAll('\\"', '"');
}

const klogHeader = /^[IWEF]\d{4} \S+\s+\d+ [^\]]+\] /;

/** The message as it stands in the first record; the template is the same but for what varies. */
function messageOf({ form, first, template }: LogSignature): string {
  switch (form) {
    case 'zerolog':
      return zerologMessage(first.text) ?? template;
    case 'klog':
      return first.text.replace(klogHeader, '');
    case 'go-panic':
    case 'http-panic':
      // The standard logger's time is no part of it, and the rest is the stack.
      return (first.text.split('\n', 1)[0] ?? '').replace(/^\d{4}\/\d\d\/\d\d [\d:.]+ /, '');
    case 'plain':
      return first.text;
    case 'console':
    case 'pipy':
      return template;
    default:
      return form satisfies never;
  }
}

function zerologMessage(text: string): string | undefined {
  try {
    const { message } = JSON.parse(text) as { readonly message?: unknown };
    return typeof message === 'string' ? message : undefined;
  } catch {
    // A line that was longer than the scanner keeps.
    return undefined;
  }
}

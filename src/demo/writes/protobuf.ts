import type { Fields } from './merge-patch.ts';

/** How a field of a message is read. */
type FieldType = 'text' | 'number' | 'bytes' | 'text map' | 'bytes map' | MessageType;

/** The fields of a message by their number: name, type. */
interface MessageType {
  readonly [number: number]: readonly [name: string, type: FieldType];
}

const META: MessageType = {
  1: ['name', 'text'],
  2: ['generateName', 'text'],
  3: ['namespace', 'text'],
  11: ['labels', 'text map'],
  12: ['annotations', 'text map'],
};
const DELETE_OPTIONS: MessageType = {
  1: ['gracePeriodSeconds', 'number'],
  2: ['preconditions', { 1: ['uid', 'text'] }],
  4: ['propagationPolicy', 'text'],
};
const ATTRIBUTES: MessageType = {
  1: ['namespace', 'text'],
  2: ['verb', 'text'],
  3: ['group', 'text'],
  4: ['version', 'text'],
  5: ['resource', 'text'],
  6: ['subresource', 'text'],
  7: ['name', 'text'],
};

/** Kinds that kubectl sends as protobuf, since 1.32, with the fields that its commands fill. Source: generated.proto files. */
const KINDS: Readonly<Record<string, MessageType>> = {
  ConfigMap: { 1: ['metadata', META], 2: ['data', 'text map'] },
  DeleteOptions: DELETE_OPTIONS,
  Eviction: { 1: ['metadata', META], 2: ['deleteOptions', DELETE_OPTIONS] },
  Namespace: { 1: ['metadata', META] },
  Secret: { 1: ['metadata', META], 2: ['data', 'bytes map'], 3: ['type', 'text'] },
  SelfSubjectAccessReview: { 1: ['metadata', META], 2: ['spec', { 1: ['resourceAttributes', ATTRIBUTES] }] },
  ServiceAccount: { 1: ['metadata', META] },
};

const MAGIC = 'k8s\0';
const ENVELOPE: MessageType = {
  1: ['type', { 1: ['apiVersion', 'text'], 2: ['kind', 'text'] }],
  2: ['raw', 'bytes'],
};

/** Whether a body is an object in the protobuf envelope of Kubernetes. */
export function isProtobuf(body: Buffer): boolean {
  return body.subarray(0, MAGIC.length).toString('latin1') === MAGIC;
}

/** Reads an object; undefined for a kind that is not known here. Fields that are not known are passed over. */
export function readProtobuf(body: Buffer): Fields | undefined {
  const { type, raw } = readMessage(body.subarray(MAGIC.length), ENVELOPE);
  const { apiVersion, kind } = type as { apiVersion: string; kind: string };
  const message = KINDS[kind];
  return message && { apiVersion, kind, ...readMessage(raw as Buffer, message) };
}

function readMessage(bytes: Buffer, message: MessageType): Record<string, unknown> {
  const result: Record<string, unknown> = {};
  for (const { content, number, value } of fieldsIn(bytes)) {
    const [name, type] = message[number] ?? [];
    if (name === undefined || type === undefined) continue;
    if (type === 'number') result[name] = value;
    else if (type === 'text') result[name] = content.toString();
    else if (type === 'bytes') result[name] = content;
    else if (type === 'text map' || type === 'bytes map') {
      const entry = readMessage(content, { 1: ['key', 'text'], 2: ['value', 'bytes'] });
      const data = (entry['value'] as Buffer | undefined) ?? Buffer.alloc(0);
      const text = data.toString(type === 'text map' ? 'utf8' : 'base64');
      result[name] = { ...(result[name] as object | undefined), [entry['key'] as string]: text };
    } else result[name] = readMessage(content, type);
  }
  return result;
}

interface WireField {
  readonly number: number;
  /** Of a field with a length. */
  readonly content: Buffer;
  /** Of a number. */
  readonly value: number;
}

function* fieldsIn(bytes: Buffer): Generator<WireField> {
  let at = 0;
  const varint = (): number => {
    let value = 0;
    for (let factor = 1; at < bytes.length; factor *= 128) {
      const byte = bytes[at] ?? 0;
      at += 1;
      value += (byte & 0x7f) * factor;
      if (byte < 0x80) break;
    }
    return value;
  };
  while (at < bytes.length) {
    const key = varint();
    const number = key >> 3;
    const nothing = Buffer.alloc(0);
    switch (key & 7) {
      case 0:
        yield { number, content: nothing, value: varint() };
        break;
      case 2: {
        const length = varint();
        yield { number, content: bytes.subarray(at, at + length), value: 0 };
        at += length;
        break;
      }
      default:
        // Of a fixed size: 8 bytes, or 4.
        at += (key & 7) === 1 ? 8 : 4;
    }
  }
}

import { isDeepStrictEqual } from 'node:util';
import { AnswerError, statusAnswer } from '../answer.ts';
import type { StatusCause } from '../answer.ts';
import { at, listAt, mapAt, textAt } from '../field.ts';
import { bytesOrCores } from '../quantity.ts';
import type { ResourceType } from '../representation.ts';
import type { KubeObject } from '../scenario.ts';
import { fieldsOf } from './merge-patch.ts';

const LABEL_VALUE = /^(?:[A-Za-z0-9](?:[-A-Za-z0-9_.]{0,61}[A-Za-z0-9])?)?$/;
const NAME = /^[a-z0-9](?:[-a-z0-9.]{0,251}[a-z0-9])?$/;
/** Names of roles and bindings may hold more. */
const PATH_NAME = /^[^/%]+$/;

/**
 * Checks what commonly goes wrong in a manifest or a patch.
 * @param before undefined for a new object.
 * @throws {AnswerError} 422, with every fault that was found.
 */
export function validate(type: ResourceType, before: KubeObject | undefined, after: KubeObject): void {
  const faults = [...metadataFaults(type, after), ...specFaults(type.key, before, after)];
  if (faults.length === 0) return;
  const { kind } = type.resource;
  const subject = `${kind}${type.group === '' ? '' : `.${type.group}`} ${JSON.stringify(after.metadata.name)}`;
  const list = faults.map(({ field, message }) => `${field}: ${message}`);
  const message = `${subject} is invalid: ${list.length === 1 ? list[0] : `[${list.join(', ')}]`}`;
  const details = { name: after.metadata.name, group: type.group, kind, causes: faults };
  throw new AnswerError(statusAnswer(422, message, { details }));
}

function fault(reason: string, field: string, message: string): StatusCause {
  return { reason, field, message };
}

function invalid(field: string, value: unknown, why: string): StatusCause {
  return fault('FieldValueInvalid', field, `Invalid value: ${JSON.stringify(value)}: ${why}`);
}

function metadataFaults({ group }: ResourceType, { metadata }: KubeObject): StatusCause[] {
  const pattern = group === 'rbac.authorization.k8s.io' ? PATH_NAME : NAME;
  const name = metadata.name ?? '';
  const faults = Object.entries(metadata.labels ?? {})
    .filter(([, value]) => typeof value !== 'string' || !LABEL_VALUE.test(value))
    .map(([, value]) =>
      invalid(
        'metadata.labels',
        value,
        'a valid label must be an empty string or consist of alphanumeric characters',
      ),
    );
  if (name === '')
    return [
      fault('FieldValueRequired', 'metadata.name', 'Required value: name or generateName is required'),
      ...faults,
    ];
  return pattern.test(name)
    ? faults
    : [
        invalid(
          'metadata.name',
          name,
          'a lowercase RFC 1123 subdomain must consist of lower case alphanumeric characters',
        ),
        ...faults,
      ];
}

function specFaults(key: string, before: KubeObject | undefined, after: KubeObject): StatusCause[] {
  switch (key) {
    case 'deployments.apps':
    case 'replicasets.apps':
      return [
        ...selectorFaults(before, after),
        ...podFaults(at(after, 'spec.template.spec'), 'spec.template.spec'),
      ];
    case 'pods':
      return [...podFaults(after['spec'], 'spec'), ...(before ? podUpdateFaults(before, after) : [])];
    default:
      return [];
  }
}

function selectorFaults(before: KubeObject | undefined, after: KubeObject): StatusCause[] {
  const selector = at(after, 'spec.selector');
  if (before && !isDeepStrictEqual(at(before, 'spec.selector'), selector)) {
    return [invalid('spec.selector', selector, 'field is immutable')];
  }
  const labels = mapAt(after, 'spec.template.metadata.labels');
  const isMatched = Object.entries(mapAt(selector, 'matchLabels')).every(
    ([name, value]) => labels[name] === value,
  );
  return isMatched
    ? []
    : [invalid('spec.template.metadata.labels', labels, '`selector` does not match template `labels`')];
}

function podFaults(spec: unknown, path: string): StatusCause[] {
  const containers = listAt(spec, 'containers');
  if (containers.length === 0) return [fault('FieldValueRequired', `${path}.containers`, 'Required value')];
  return containers.flatMap((container, index) => {
    const field = `${path}.containers[${index}]`;
    const image =
      textAt(container, 'image') === ''
        ? [fault('FieldValueRequired', `${field}.image`, 'Required value')]
        : [];
    const limits = mapAt(container, 'resources.limits');
    const beyond = Object.entries(mapAt(container, 'resources.requests'))
      .filter(
        ([name, value]) => limits[name] !== undefined && bytesOrCores(value) > bytesOrCores(limits[name]),
      )
      .map(([name, value]) =>
        invalid(
          `${field}.resources.requests`,
          value,
          `must be less than or equal to ${name} limit of ${limits[name]}`,
        ),
      );
    return [...image, ...beyond];
  });
}

/** Of a Pod little can be changed: images, and tolerations that are added. */
function podUpdateFaults(before: KubeObject, after: KubeObject): StatusCause[] {
  const fixed = (object: KubeObject): object => {
    const { tolerations: _tolerations, activeDeadlineSeconds: _deadline, ...spec } = fieldsOf(object['spec']);
    const withoutImages = (field: string): object[] =>
      listAt(spec, field).map((container) => ({ ...fieldsOf(container), image: '' }));
    return {
      ...spec,
      containers: withoutImages('containers'),
      initContainers: withoutImages('initContainers'),
    };
  };
  return isDeepStrictEqual(fixed(before), fixed(after))
    ? []
    : [
        fault(
          'FieldValueForbidden',
          'spec',
          'Forbidden: pod updates may not change fields other than `spec.containers[*].image`,`spec.initContainers[*].image`,`spec.activeDeadlineSeconds`,`spec.tolerations` (only additions to existing tolerations),`spec.terminationGracePeriodSeconds` (allow it to be set to 1 if it was previously negative)',
        ),
      ];
}

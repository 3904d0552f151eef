import { AnswerError, badRequest } from './answer.ts';
import { textAt } from './field.ts';
import type { KubeObject } from './scenario.ts';

export type Selector = (object: KubeObject) => boolean;

/**
 * `app in (a,b),tier!=x,!old,new`.
 * @throws {AnswerError} 400, when it cannot be read.
 */
export function parseLabelSelector(text: string): Selector {
  const requirements = splitOutsideParentheses(text).map(parseRequirement);
  return ({ metadata: { labels = {} } }) => requirements.every((requirement) => requirement(labels));
}

type Requirement = (labels: Readonly<Record<string, string>>) => boolean;

const KEY = '[A-Za-z0-9](?:[-A-Za-z0-9_./]*[A-Za-z0-9])?';
const SET = new RegExp(`^(${KEY})\\s+(in|notin)\\s*\\(([^()]*)\\)$`);
const EQUALITY = new RegExp(`^(${KEY})\\s*(==|=|!=)\\s*([-A-Za-z0-9_.]*)$`);
const EXISTS = new RegExp(`^(!?)\\s*(${KEY})$`);

function parseRequirement(text: string): Requirement {
  const [, setKey, operator, list] = SET.exec(text) ?? [];
  if (setKey !== undefined && list !== undefined) {
    const values = new Set(list.split(',').map((value) => value.trim()));
    // Like `!=`, `notin` also selects objects without the label.
    if (operator === 'notin') return (labels) => !values.has(labels[setKey] ?? '\0');
    return (labels) => values.has(labels[setKey] ?? '\0');
  }
  const [, key, sign, value] = EQUALITY.exec(text) ?? [];
  if (key !== undefined) return (labels) => (labels[key] === value) === (sign !== '!=');
  const [, not, wanted] = EXISTS.exec(text) ?? [];
  if (wanted !== undefined) return (labels) => Object.hasOwn(labels, wanted) === (not === '');
  throw new AnswerError(
    badRequest(`unable to parse requirement: found '${text}', expected: a label requirement`),
  );
}

function splitOutsideParentheses(text: string): string[] {
  return text
    .split(/,(?![^(]*\))/)
    .map((part) => part.trim())
    .filter((part) => part !== '');
}

/** Which fields the API server lets one select by, beside `metadata.name` and `metadata.namespace`. */
const SELECTABLE: Readonly<Record<string, readonly string[]>> = {
  pods: [
    'spec.nodeName',
    'spec.restartPolicy',
    'spec.schedulerName',
    'spec.serviceAccountName',
    'status.phase',
    'status.podIP',
    'status.nominatedNodeName',
  ],
  events: [
    'involvedObject.kind',
    'involvedObject.namespace',
    'involvedObject.name',
    'involvedObject.uid',
    'involvedObject.apiVersion',
    'involvedObject.resourceVersion',
    'involvedObject.fieldPath',
    'reason',
    'reportingComponent',
    'source',
    'type',
  ],
  'replicasets.apps': ['status.replicas'],
  namespaces: ['status.phase'],
};

/** The same fields of an event, as events.k8s.io calls them. */
const EVENT_ALIASES: Readonly<Record<string, string>> = {
  regarding: 'involvedObject',
  reportingController: 'reportingComponent',
};

/**
 * `involvedObject.name=x,type!=Normal`.
 * @param key The resource key: each resource has its own selectable fields.
 * @throws {AnswerError} 400, for a field that cannot be selected by.
 */
export function parseFieldSelector(key: string, text: string): Selector {
  const requirements = text
    .split(',')
    .filter((part) => part.trim() !== '')
    .map((part) => {
      const [, label, sign, value = ''] = /^([^=!]+)(==|=|!=)(.*)$/.exec(part.trim()) ?? [];
      if (label === undefined) {
        throw new AnswerError(
          badRequest(`invalid field selector: ${JSON.stringify(part)}; can't understand '${part}'`),
        );
      }
      const field = key === 'events' ? label.replace(/^\w+/, (root) => EVENT_ALIASES[root] ?? root) : label;
      const known = ['metadata.name', 'metadata.namespace', ...(SELECTABLE[key] ?? [])];
      if (!known.includes(field)) {
        throw new AnswerError(badRequest(`field label not supported: ${label}`));
      }
      return (object: KubeObject): boolean => (fieldValue(object, field) === value) === (sign !== '!=');
    });
  return (object) => requirements.every((requirement) => requirement(object));
}

function fieldValue(object: KubeObject, field: string): string {
  if (field === 'source') return textAt(object, 'source.component') || textAt(object, 'reportingComponent');
  return textAt(object, field);
}

import { AnswerError, notFound, statusAnswer } from '../answer.ts';
import type { Answer } from '../answer.ts';
import type { ResourceType } from '../representation.ts';
import type { Store } from '../store.ts';

/** Refuses objects in a namespace that is not there, or goes. @throws {AnswerError} 403, 404 */
export function checkNamespace(store: Store, type: ResourceType, namespace: string, name: string): void {
  if (!type.resource.namespaced) return;
  const found = store.get('namespaces', '', namespace);
  if (!found) throw new AnswerError(notFound('', 'namespaces', namespace));
  if (found.metadata.deletionTimestamp === undefined) return;
  const { group, resource } = type;
  const qualified = group === '' ? resource.name : `${resource.name}.${group}`;
  const why = `unable to create new content in namespace ${namespace} because it is being terminated`;
  const causes = [
    {
      reason: 'NamespaceTerminating',
      message: `namespace ${namespace} is being terminated`,
      field: 'metadata.namespace',
    },
  ];
  const details = { name, ...(group !== '' && { group }), kind: resource.name, causes };
  throw new AnswerError(
    statusAnswer(403, `${qualified} ${JSON.stringify(name)} is forbidden: ${why}`, { details }),
  );
}

export function alreadyExists({ group, resource }: ResourceType, name: string): Answer {
  const qualified = group === '' ? resource.name : `${resource.name}.${group}`;
  const details = { name, ...(group !== '' && { group }), kind: resource.name };
  const message = `${qualified} ${JSON.stringify(name)} already exists`;
  return statusAnswer(409, message, { reason: 'AlreadyExists', details });
}

export function conflict({ group, resource }: ResourceType, name: string): Answer {
  const qualified = group === '' ? resource.name : `${resource.name}.${group}`;
  const why = 'the object has been modified; please apply your changes to the latest version and try again';
  const details = { name, ...(group !== '' && { group }), kind: resource.name };
  return statusAnswer(409, `Operation cannot be fulfilled on ${qualified} ${JSON.stringify(name)}: ${why}`, {
    details,
  });
}

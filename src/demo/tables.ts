import { at, listAt, mapAt, numberAt, textAt } from './field.ts';
import { ageOf } from './human-duration.ts';
import type { KubeObject } from './scenario.ts';
import {
  containerFields,
  endpointAddresses,
  eventCells,
  labelSelector,
  nodeStatus,
  selectorMap,
  serviceExternalIp,
  servicePorts,
} from './table-cells.ts';
import { podCells } from './table-pods.ts';

/** How the objects of a resource become the rows of a server-side Table. */
export interface Columns {
  readonly definitions: readonly ColumnDefinition[];
  /** One cell for each definition. @param now The time ages are relative to, in milliseconds. */
  readonly cells: (object: KubeObject, now: number) => unknown[];
}

interface ColumnDefinition {
  readonly name: string;
  readonly type: string;
  readonly format: string;
  readonly description: string;
  /** 1 is only shown by `-o wide`. */
  readonly priority: number;
}

/** `Ready`, with `+` before the name of a column of `-o wide`, and `:integer` after it when it is no string. */
function define(...columns: readonly string[]): ColumnDefinition[] {
  return columns.map((column) => {
    const [name = '', type = 'string'] = column.replace('+', '').split(':');
    const format = name === 'Name' ? 'name' : '';
    return { name, type, format, description: '', priority: column.startsWith('+') ? 1 : 0 };
  });
}

const age = ({ metadata }: KubeObject, now: number): string => ageOf(metadata.creationTimestamp, now);
const keysAt = (object: KubeObject, path: string): number => Object.keys(mapAt(object, path)).length;

const GENERIC: Columns = {
  definitions: define('Name', 'Age'),
  cells: (object, now) => [object.metadata.name, age(object, now)],
};

const WEBHOOKS: Columns = {
  definitions: define('Name', 'Webhooks:integer', 'Age'),
  cells: (object, now) => [object.metadata.name, listAt(object, 'webhooks').length, age(object, now)],
};

/** The columns of the real server, by resource key. */
const COLUMNS: Readonly<Record<string, Columns>> = {
  pods: {
    definitions: define(
      'Name',
      'Ready',
      'Status',
      'Restarts',
      'Age',
      '+IP',
      '+Node',
      '+Nominated Node',
      '+Readiness Gates',
    ),
    cells: podCells,
  },
  'deployments.apps': {
    definitions: define(
      'Name',
      'Ready',
      'Up-to-date:integer',
      'Available:integer',
      'Age',
      '+Containers',
      '+Images',
      '+Selector',
    ),
    cells: (object, now) => [
      object.metadata.name,
      `${numberAt(object, 'status.readyReplicas')}/${numberAt(object, 'spec.replicas')}`,
      numberAt(object, 'status.updatedReplicas'),
      numberAt(object, 'status.availableReplicas'),
      age(object, now),
      containerFields(object, 'name'),
      containerFields(object, 'image'),
      labelSelector(object, 'spec.selector'),
    ],
  },
  'replicasets.apps': {
    definitions: define(
      'Name',
      'Desired:integer',
      'Current:integer',
      'Ready:integer',
      'Age',
      '+Containers',
      '+Images',
      '+Selector',
    ),
    cells: (object, now) => [
      object.metadata.name,
      numberAt(object, 'spec.replicas'),
      numberAt(object, 'status.replicas'),
      numberAt(object, 'status.readyReplicas'),
      age(object, now),
      containerFields(object, 'name'),
      containerFields(object, 'image'),
      labelSelector(object, 'spec.selector'),
    ],
  },
  services: {
    definitions: define('Name', 'Type', 'Cluster-IP', 'External-IP', 'Port(s)', 'Age', '+Selector'),
    cells: (object, now) => [
      object.metadata.name,
      textAt(object, 'spec.type'),
      textAt(object, 'spec.clusterIP') || '<none>',
      serviceExternalIp(object),
      servicePorts(object),
      age(object, now),
      selectorMap(object),
    ],
  },
  endpoints: {
    definitions: define('Name', 'Endpoints', 'Age'),
    cells: (object, now) => [object.metadata.name, endpointAddresses(object), age(object, now)],
  },
  events: {
    definitions: define(
      'Last Seen',
      'Type',
      'Reason',
      'Object',
      '+Subobject',
      '+Source',
      'Message',
      '+First Seen',
      '+Count:integer',
      '+Name',
    ),
    cells: eventCells,
  },
  namespaces: {
    definitions: define('Name', 'Status', 'Age'),
    cells: (object, now) => [object.metadata.name, textAt(object, 'status.phase'), age(object, now)],
  },
  nodes: {
    definitions: define('Name', 'Status', 'Roles', 'Age', 'Version'),
    cells: (object, now) => [
      object.metadata.name,
      nodeStatus(object),
      '<none>',
      age(object, now),
      textAt(object, 'status.nodeInfo.kubeletVersion'),
    ],
  },
  secrets: {
    definitions: define('Name', 'Type', 'Data:integer', 'Age'),
    cells: (object, now) => [
      object.metadata.name,
      textAt(object, 'type'),
      keysAt(object, 'data'),
      age(object, now),
    ],
  },
  configmaps: {
    definitions: define('Name', 'Data:integer', 'Age'),
    cells: (object, now) => [
      object.metadata.name,
      keysAt(object, 'data') + keysAt(object, 'binaryData'),
      age(object, now),
    ],
  },
  'mutatingwebhookconfigurations.admissionregistration.k8s.io': WEBHOOKS,
  'validatingwebhookconfigurations.admissionregistration.k8s.io': WEBHOOKS,
  'customresourcedefinitions.apiextensions.k8s.io': {
    definitions: define('Name', 'Created At'),
    cells: (object) => [object.metadata.name, at(object, 'metadata.creationTimestamp') ?? null],
  },
};

/** The columns of a resource: the real ones where they are known, else NAME and AGE. */
export function textWidth(key: string): Columns {
  return Object.hasOwn(COLUMNS, key) ? (COLUMNS[key] ?? GENERIC) : GENERIC;
}

import { json, notFound, pageNotFound, statusAnswer, text } from './answer.ts';
import type { Answer } from './answer.ts';
import { aggregatedDocument, findResource, legacyDocument } from './discovery.ts';
import type { Discovery } from './discovery.ts';
import { answerList } from './lists.ts';
import type { LogGrowth } from './log-growth.ts';
import { answerLog } from './logs.ts';
import { answerPodProxy } from './pod-proxy.ts';
import { negotiate, single } from './representation.ts';
import type { ResourceType } from './representation.ts';
import type { KubeRequest } from './request.ts';
import { resourceKey } from './scenario.ts';
import type { Store } from './store.ts';
import { answerWatch } from './watch.ts';

const AGGREGATED = 'application/json;g=apidiscovery.k8s.io;v=v2;as=APIGroupDiscoveryList';

/** What answers are made of. */
export interface Served {
  readonly store: Store;
  readonly discovery: Discovery;
  /** Host and port of the server. */
  readonly address: string;
  /** Set where logs go on while they are followed. */
  readonly growth: LogGrowth | undefined;
}

/** Finds the answer to an allowed request. */
export function route(served: Served, request: KubeRequest): Answer {
  if (request.method !== 'GET') {
    return statusAnswer(405, 'the server does not allow this method on the requested resource');
  }
  return request.attributes.isResource
    ? answerResource(served, request)
    : answerDocument(served.discovery, request, served.address);
}

function answerDocument(discovery: Discovery, request: KubeRequest, serverAddress: string): Answer {
  const path = request.path.length > 1 ? request.path.replace(/\/$/, '') : request.path;
  if (['/healthz', '/livez', '/readyz'].includes(path)) return text('ok');
  if ((path === '/api' || path === '/apis') && request.accept.replaceAll(' ', '').includes(AGGREGATED)) {
    return json(aggregatedDocument(discovery, path), AGGREGATED);
  }
  const document = /^\/(version$|apis?(\/|$))/.test(path) && legacyDocument(discovery, path, serverAddress);
  return document ? json(document) : pageNotFound();
}

function answerResource({ store, discovery, growth }: Served, request: KubeRequest): Answer {
  const { group, version, resource: plural, namespace, name, subresource, verb } = request.attributes;
  const resource = findResource(discovery, group === '' ? version : `${group}/${version}`, plural);
  if (!resource || (!resource.namespaced && namespace !== '' && plural !== 'namespaces'))
    return pageNotFound();
  if (!resource.verbs.includes('list')) {
    return statusAnswer(405, 'the server does not allow this method on the requested resource');
  }
  // The events of both groups are the same objects.
  const key = group === 'events.k8s.io' ? 'events' : resourceKey(group, plural);
  const type: ResourceType = { group, version, key, resource };
  if (verb === 'list') return answerList(store, type, request, negotiate(request.accept));
  if (verb === 'watch') return answerWatch(store, type, request, negotiate(request.accept));
  if (key === 'pods' && subresource === 'log') return answerLog(store, request, growth);
  if (key === 'pods' && subresource === 'proxy') return answerPodProxy(store, request);
  if (subresource !== '' && subresource !== 'status') return pageNotFound();
  // A cluster-wide path cannot name a namespaced object.
  if (resource.namespaced && namespace === '') return pageNotFound();
  const object = store.get(key, resource.namespaced ? namespace : '', name);
  if (!object) return notFound(group, plural, name);
  return json(single(type, object, negotiate(request.accept), request.query));
}

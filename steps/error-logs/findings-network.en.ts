import type { FindingTexts } from '#i18n/types/findings.ts';
import { sentences, times } from '#i18n/en/words.ts';
import type { TransportFailure } from './api-requests.ts';
import { logPlace } from './log-words.en.ts';

/** What a transport error says about the way (reports of operators, class A). */
export const transportWords: Readonly<Record<TransportFailure, { short: string; why: string }>> = {
  refused: {
    short: 'connection refused',
    why: '"connection refused" means that no server listens behind this address: the API server is down, its EndpointSlice names a wrong address, or kube-proxy on the node does not know the Service.',
  },
  timeout: {
    short: 'no answer in time',
    why: 'A time-out means that the packets are lost on the way: a NetworkPolicy, the network plugin, a firewall, or a Pod network that overlaps the network of the nodes. An overloaded API server also answers too late.',
  },
  'no-route': {
    short: 'no route to host',
    why: 'The node has no route to this address, or a firewall rejects the packets: check the network plugin and the routes of the node.',
  },
  dns: {
    short: 'its name cannot be resolved',
    why: 'The name of the API server cannot be resolved: the cluster DNS does not answer, or does not know the name.',
  },
  tls: {
    short: 'TLS fails',
    why: 'The connection is made, but TLS fails: the certificate of the API server is not valid for this address or at this time, or a proxy is in between.',
  },
  closed: {
    short: 'connection closed',
    why: 'Connections are closed in the middle: the API server restarts, or a load balancer or firewall in between ends them.',
  },
};

/** Log findings about the way to other servers. */
export const logNetworkFindings = {
  'log-api-unreachable': {
    title: ({ host, failure, count }) =>
      `cannot reach the API server${host === '' ? '' : ` at ${host}`}: ${transportWords[failure].short}, ${times(count)}`,
    explanation: (params) => sentences(transportWords[params.failure].why, logPlace(params)),
    next: () => 'Check whether other components report the same; then check the network before the mesh.',
  },
} satisfies Partial<FindingTexts>;

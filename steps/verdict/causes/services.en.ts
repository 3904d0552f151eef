import type { CauseTexts } from '#i18n/types/causes.ts';
import { list, sentences } from '#i18n/en/words.ts';
import type { BootstrapCallFailure, serviceCauses } from './services.ts';

const calls: Readonly<Record<BootstrapCallFailure, { headline(service: string): string; why: string }>> = {
  dns: {
    headline: (service) =>
      `The cluster DNS does not resolve Service ${service}, so the control plane cannot start.`,
    why: 'curl ends with exit code 6 when a host name cannot be resolved, and does not retry. Either the DNS Pods do not answer, or Pods of this namespace cannot reach them.',
  },
  'no-service': {
    headline: (service) => `Service ${service} does not exist, so the control plane cannot start.`,
    why: 'The init containers call the bootstrap through this Service. It is part of the Helm chart: restore it from the chart of the same version.',
  },
  refused: {
    headline: (service) => `Connections to Service ${service} are refused, although the bootstrap is Ready.`,
    why: 'The Service has no Ready Pod behind it, its port leads to another port than the one of the bootstrap, or kube-proxy on the node does not know it.',
  },
  'no-route': {
    headline: (service) => `Pods have no network route to Service ${service}.`,
    why: 'The network plugin, kube-proxy or a NetworkPolicy on the way rejects the packets.',
  },
  timeout: {
    headline: (service) => `Connections to Service ${service} time out, although the bootstrap is Ready.`,
    why: 'A NetworkPolicy, the network plugin or a firewall between the nodes drops the packets between the Pods.',
  },
  http: {
    headline: (service) => `Service ${service} answers the init containers with an HTTP error.`,
    why: 'Another server answers at this address, or the port or path of the init container belongs to another version.',
  },
  tls: {
    headline: (service) => `The TLS connection to Service ${service} fails.`,
    why: 'The init container calls the bootstrap over TLS and gets no valid certificate. The chart uses plain HTTP: the call was changed, or a proxy is in between.',
  },
  closed: {
    headline: (service) => `Connections to Service ${service} are closed without a response.`,
    why: 'Something accepts the connection in place of the bootstrap, for example a proxy or a sidecar.',
  },
  unknown: {
    headline: (service) =>
      `Init containers get no answer from Service ${service}, although the bootstrap is Ready.`,
    why: 'Their logs do not say why. Check the Service, DNS and the NetworkPolicies.',
  },
};

export const texts = {
  'service-selector-edited': {
    headline: ({ service, selector }) =>
      selector === ''
        ? `Service ${service} has no selector, so no Pod is behind it.`
        : `The selector ${selector} of Service ${service} matches no Pod.`,
    explanation: () =>
      'The Pods are Ready and all probes pass, but the Service leads nowhere: whoever calls the component through it gets no answer. The chart selects the Pods by their label app; somebody edited the selector.',
  },
  'bootstrap-unreachable': {
    headline: ({ failure, service }) => calls[failure].headline(service),
    explanation: ({ failure, init }) =>
      sentences(
        `The bootstrap is Ready, but ${init === '' ? 'the init containers' : list(init.split(', '))} cannot reach it, and the other containers of these Pods are not started.`,
        calls[failure].why,
        'Once it is reachable, the Pods start by themselves.',
      ),
  },
} satisfies Pick<CauseTexts, keyof typeof serviceCauses>;

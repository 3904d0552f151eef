import type { FindingTexts } from '#i18n/types/findings.ts';
import { capital, count, list, says, sentences, times, webhookOf } from '#i18n/en/words.ts';
import type { CreateFailure, CreateRefusal } from './create-failures.ts';

/** Pods that the API server does not create (facts §7, §9; reports.md C, D, G). */

interface Rejection {
  /** Completes "no Pods created: …". */
  short(refusal: CreateRefusal): string;
  readonly why: string;
  readonly next: string;
}

const webhook = (refusal: CreateRefusal): string => webhookOf(refusal.webhook);
const named = (kind: string, { object }: CreateRefusal): string =>
  object === '' ? kind : `${kind} "${object}"`;

const rejections: Readonly<Record<CreateFailure, Rejection>> = {
  'webhook-no-service': {
    short: (refusal) => `${webhook(refusal)} has no Service`,
    why: 'The webhook configuration points to a Service that does not exist. Such a configuration can be left over from a removed mesh.',
    next: 'Check the webhook configuration and the mesh that it belongs to.',
  },
  'webhook-no-endpoints': {
    short: (refusal) => `${webhook(refusal)} has no Ready Pod behind it`,
    why: 'The Service of the webhook exists, but no Ready Pod is behind it.',
    next: 'Check the Pods behind the Service, and the selector of the Service.',
  },
  'webhook-x509-authority': {
    short: (refusal) => `the certificate of ${webhook(refusal)} is not trusted`,
    why: 'The CA in the webhook configuration did not sign the certificate of the webhook server.',
    next: 'Compare the caBundle of the webhook configuration with the CA of the server.',
  },
  'webhook-x509-expired': {
    short: (refusal) => `a certificate of ${webhook(refusal)} has expired`,
    why: 'The certificate of the webhook server, or the CA that signed it, has expired.',
    next: 'Check when the certificate and the CA expire, and the clock of the API server.',
  },
  'webhook-x509-not-yet-valid': {
    short: (refusal) => `a certificate of ${webhook(refusal)} is not valid yet`,
    why: 'For the clock of the API server, the certificate of the webhook server starts in the future: the clocks of two nodes differ.',
    next: 'Compare the clocks of the control-plane nodes with those of the other nodes.',
  },
  'webhook-x509-name': {
    short: (refusal) => `the certificate of ${webhook(refusal)} is for another name`,
    why: 'The certificate of the webhook server is not valid for the name of the Service that the API server calls.',
    next: 'Compare the Service in the webhook configuration with the names in the message.',
  },
  'webhook-timeout': {
    short: (refusal) => `${webhook(refusal)} does not answer in time`,
    why: 'The API server cannot reach the webhook, or the webhook is too slow. The probe of an injector can still pass: since osm-edge 1.2, it uses another port.',
    next: 'Check the network policies and firewalls between the API server and the port of the webhook.',
  },
  'webhook-refused': {
    short: (refusal) => `${webhook(refusal)} refuses the connection`,
    why: 'The process behind the webhook does not listen on the port. Since osm-edge 1.2, no probe of an injector shows this.',
    next: 'Check the Pods behind the webhook, their logs, and the port of the Service.',
  },
  'webhook-answer': {
    short: (refusal) => `${webhook(refusal)} gives no valid answer`,
    why: 'The webhook was called, but its answer was an error or is no answer to an admission request.',
    next: 'Read the message, and check the log of the component behind the webhook.',
  },
  'webhook-denied': {
    short: (refusal) => `${webhook(refusal)} denies them`,
    why: 'The webhook was called and denied the request.',
    next: 'Read the reason in the message: it says what the webhook does not allow.',
  },
  'quota-exceeded': {
    short: (refusal) => `${named('ResourceQuota', refusal)} is used up`,
    why: 'The Pod requests more than is left of a ResourceQuota of the namespace.',
    next: 'Compare the quota with what is used, and with the requests of the Pod.',
  },
  'quota-incomplete': {
    short: (refusal) => `${named('ResourceQuota', refusal)} requires values that the Pod does not set`,
    why: 'The ResourceQuota limits a resource for which a container of the Pod sets no request or limit.',
    next: 'Set the values in the Deployment, or add a LimitRange with defaults to the namespace.',
  },
  'quota-scope': {
    short: ({ object }) =>
      `no ResourceQuota admits PriorityClass ${object === '' ? 'of the Pod' : object.split(' ').join(' or ')}`,
    why: 'The API server admits this PriorityClass only in namespaces that have a ResourceQuota with this scope. GKE, for example, is set up like this outside kube-system.',
    next: 'Add such a ResourceQuota to the namespace, or use another PriorityClass.',
  },
  'priority-class': {
    short: (refusal) => `${named('PriorityClass', refusal)} does not exist`,
    why: 'The Pod names a PriorityClass that does not exist.',
    next: 'List the PriorityClasses of the cluster, and compare with the name in the Deployment.',
  },
  'pod-security': {
    short: (refusal) => `they violate ${named('PodSecurity', refusal)}`,
    why: 'The namespace enforces a Pod Security Standard that the Pod does not meet. The message names each field.',
    next: 'Check the label pod-security.kubernetes.io/enforce of the namespace.',
  },
  'security-constraint': {
    short: () => 'no security context constraint admits them',
    why: 'No SecurityContextConstraints object (OpenShift), or no PodSecurityPolicy, that the ServiceAccount may use admits the Pod.',
    next: 'Check which constraints the ServiceAccount of the Pod may use.',
  },
  'limit-range': {
    short: ({ object }) =>
      `a LimitRange does not admit ${object === '' ? 'their resources' : `their ${object}`}`,
    why: 'A LimitRange of the namespace sets a bound that a container of the Pod does not keep.',
    next: 'Compare the LimitRanges of the namespace with the resources of the Pod.',
  },
  'service-account': {
    short: (refusal) => `${named('ServiceAccount', refusal)} does not exist`,
    why: 'The Pod names a ServiceAccount that does not exist in the namespace.',
    next: 'Check who deleted it. The Helm chart of the same version restores it.',
  },
  'namespace-terminating': {
    short: () => 'the namespace is being deleted',
    why: 'Nothing can be created in a namespace that is being deleted.',
    next: 'Check the conditions and finalizers of the namespace: they name what delays its deletion.',
  },
  other: {
    short: () => 'the API server rejects them',
    why: 'The API server rejects the Pods.',
    next: 'Read the message.',
  },
};

export const rejectedPodFindings = {
  'create-rejected': {
    title: (params) => `no Pods created: ${rejections[params.failure].short(params)}`,
    explanation: ({ failure, message, count: failures }) =>
      sentences(
        rejections[failure].why,
        failures > 0 && `Pod creation failed ${times(failures)}.`,
        'While it fails, no new Pods are created for the workload.',
        says('The API server reports', message),
      ),
    next: ({ failure }) => rejections[failure].next,
  },
  'app-create-rejected': {
    title: (params) =>
      `${count(params.workloads.length, 'workload')} without new Pods: ${rejections[params.failure].short(params)}`,
    explanation: ({ failure, message, workloads, count: failures }) =>
      sentences(
        rejections[failure].why,
        workloads.length > 0 && `${capital(list(workloads))} cannot create Pods.`,
        failures > 0 && `Pod creation failed ${times(failures)}.`,
        'Running Pods are not affected.',
        says('The API server reports', message),
      ),
    next: ({ failure }) => rejections[failure].next,
  },
} satisfies Partial<FindingTexts>;

import type { RemedyStep } from '#diagnosis/remedy.ts';
import type { RuleContext } from '#diagnosis/rule-context.ts';
import { kubectl, kubectlInNamespace, look } from './commands.ts';

/** Cluster DNS, whichever server it is, carries this label and has this Service (kubernetes/dns). */
export function dns(context: RuleContext): readonly RemedyStep[] {
  const purpose = { code: 'inspect-dns', params: {} } as const;
  return [
    look(
      kubectl(context, '-n', 'kube-system', 'get', 'pods', '-l', 'k8s-app=kube-dns', '-o', 'wide'),
      purpose,
    ),
    look(kubectl(context, '-n', 'kube-system', 'logs', '-l', 'k8s-app=kube-dns', '--tail=50'), {
      code: 'inspect-dns-logs',
      params: {},
    }),
  ];
}

/** Network plugin and kube-proxy run in kube-system, one Pod on each node. */
export function networkPods(context: RuleContext, node: string): RemedyStep {
  const onNode = node === '' ? [] : [`--field-selector=spec.nodeName=${node}`];
  return look(kubectl(context, '-n', 'kube-system', 'get', 'pods', '-o', 'wide', ...onNode), {
    code: 'inspect-network-pods',
    params: {},
  });
}

export function networkPolicies(context: RuleContext): RemedyStep {
  return look(kubectlInNamespace(context, 'get', 'networkpolicy'), {
    code: 'inspect-network-policies',
    params: { namespace: context.mesh.namespace },
  });
}

export function showService(service: string, context: RuleContext): RemedyStep {
  return look(kubectlInNamespace(context, 'get', 'service', service, '-o', 'wide'), {
    code: 'inspect-service',
    params: { service },
  });
}

export function endpointsOf(service: string, context: RuleContext): RemedyStep {
  const selector = `kubernetes.io/service-name=${service}`;
  return look(kubectlInNamespace(context, 'get', 'endpointslices', '-l', selector), {
    code: 'inspect-endpoints',
    params: { service },
  });
}

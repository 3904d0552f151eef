import { defineCheck, type StepDefinition } from '#diagnosis/check.ts';
import { isChartProbeKey } from '#snapshot/fact-keys.ts';
import { checkCrds, checkMeshConfig, checkSmiApi } from './api.ts';
import { checkCertificates } from './certificates.ts';
import { checkConversion } from './crd-conversion.ts';
import { checkComponents, checkControlPlane } from './components.ts';
import { healthDetail } from './detail.ts';
import { healthFindings } from './findings.ts';
import { checkNamespace } from './namespace.ts';
import { checkProbes } from './probes.ts';
import { checkReplicas } from './replicas.ts';
import { checkServices } from './services.ts';
import { checkWebhooks } from './webhooks.ts';

/** Step 0: which component, which replica, which probe fails now, or failed before. */
export const healthStep = {
  id: 'health',
  findings: healthFindings,
  checks: [
    defineCheck({
      id: 'control-plane-found',
      required: ['deployments'],
      supporting: ['enrolledNamespaces', 'mutatingWebhooks', 'validatingWebhooks', 'version'],
      run: checkControlPlane,
    }),
    defineCheck({ id: 'components', required: ['deployments', 'pods'], run: checkComponents }),
    defineCheck({ id: 'replicas', required: ['pods'], run: checkReplicas }),
    defineCheck({
      id: 'probes-now',
      required: ['pods', 'probes'],
      needsKey: (key) => !isChartProbeKey(key),
      run: checkProbes,
    }),
    defineCheck({
      id: 'services',
      // Only the pods tell a Service without endpoints from one whose pods just start.
      required: ['services', 'endpoints', 'pods'],
      run: checkServices,
    }),
    defineCheck({ id: 'smi-api', required: ['apiResources'], run: checkSmiApi }),
    defineCheck({
      id: 'custom-resource-definitions',
      required: ['customResourceDefinitions'],
      supporting: ['pods'],
      run: checkCrds,
    }),
    defineCheck({ id: 'mesh-config', required: ['meshConfig'], run: checkMeshConfig }),
    defineCheck({
      id: 'webhook-configurations',
      required: ['mutatingWebhooks', 'validatingWebhooks', 'deployments'],
      supporting: ['namespace', 'enrolledNamespaces'],
      run: checkWebhooks,
    }),
    defineCheck({ id: 'namespace-usable', required: ['namespace'], run: checkNamespace }),
    defineCheck({
      id: 'webhook-certificates',
      required: ['mutatingWebhooks', 'validatingWebhooks', 'customResourceDefinitions'],
      run: checkCertificates,
    }),
    defineCheck({
      id: 'crd-conversion',
      required: ['customResourceDefinitions', 'deployments'],
      supporting: ['meshConfig', 'services', 'endpoints'],
      run: checkConversion,
    }),
  ],
  detail: healthDetail,
} satisfies StepDefinition<'health'>;

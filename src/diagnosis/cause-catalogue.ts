/** The parameters of each root cause: a row of facts §9, or of §2.3 and §5.6 where those say more. */
export interface CauseParams {
  'injected-by-other-mesh': {
    injector: string;
    injectorNamespace: string;
    workloads: string[];
    enrolled: boolean;
  };
  'injected-by-other-product': { product: string; workloads: string[] };
  'bootstrap-not-ready': { init: string };
  'image-not-pullable': { image: string; container: string; init: boolean; failure: string };
  'smi-api-missing': { missing: string[] };
  'watched-crd-missing': { missing: string[] };
  'rbac-missing': { resources: string[]; account: string };
  'mesh-config-missing': { name: string };
  'repo-server-down': Record<string, never>;
  'port-in-use': { port: string };
  'ca-secret-broken': { errorCode: string; secret: string };
  'certificate-provider-failing': { provider: string; errorCode: string };
  'webhook-ca-mismatch': { webhook: string };
  'stale-webhook-configuration': { configuration: string; service: string };
  'webhook-unreachable': { webhook: string };
  'webhook-denies-pods': { webhook: string; message: string };
  'quota-or-policy-rejects-pods': { message: string };
  'out-of-memory': { container: string; limit: string };
  'node-resources': { message: string };
  'node-constraints': { message: string };
  'version-mismatch': { message: string };
  'crd-conversion-webhook': { message: string };
  'slow-start': { container: string };
  'config-object-missing': { message: string };
  'pod-network': { message: string };
  'node-failure': { message: string };
  'second-mesh-refused': { message: string };
  'invalid-injection-annotation': { value: string };
  'liveness-answers-503': { subProbe: string; path: string; container: string };
  'readiness-answers-503': { subProbe: string; path: string; container: string };
  'probe-endpoint-unreachable': { url: string; container: string };
  'process-ends': { container: string; exitCode: number; lastWords: string; errorCode: string };
  'logged-errors': {
    errorCodes: string[];
    signatures: number;
    records: number;
    panics: number;
    container: string;
  };
  'scaled-to-zero': { component: string };
  'component-deleted': { component: string };
  'control-plane-removed': { remains: string[] };
  'failed-before': { container: string; reason: string; restarts: number };
  'not-ready-unexplained': { status: string };
  'enrolled-in-other-mesh': { mesh: string; namespace: string };
  'enrolled-in-own-mesh': { mesh: string; namespace: string };
}

export type CauseCode = keyof CauseParams;

/**
 * Where in a pod's life a cause bites; an earlier one explains a later one of the same workload (facts §9, last line).
 */
export const lifeStages = [
  'admission',
  'scheduling',
  'image-config-sandbox',
  'injected',
  'init-wait',
  'crash',
  'api-access',
  'certificates',
  'probe-answer',
  'errors',
] as const;
export type LifeStage = (typeof lifeStages)[number];

/** What is fixed about each cause. */
export const causeCatalogue = {
  'injected-by-other-mesh': { id: 'OED501', stage: 'injected' },
  'injected-by-other-product': { id: 'OED502', stage: 'injected' },
  'bootstrap-not-ready': { id: 'OED503', stage: 'init-wait' },
  'image-not-pullable': { id: 'OED504', stage: 'image-config-sandbox' },
  'smi-api-missing': { id: 'OED505', stage: 'api-access' },
  'watched-crd-missing': { id: 'OED506', stage: 'api-access' },
  'rbac-missing': { id: 'OED507', stage: 'api-access' },
  'mesh-config-missing': { id: 'OED508', stage: 'api-access' },
  'repo-server-down': { id: 'OED509', stage: 'crash' },
  'port-in-use': { id: 'OED510', stage: 'crash' },
  'ca-secret-broken': { id: 'OED511', stage: 'certificates' },
  'certificate-provider-failing': { id: 'OED512', stage: 'certificates' },
  'webhook-ca-mismatch': { id: 'OED513', stage: 'admission' },
  'stale-webhook-configuration': { id: 'OED514', stage: 'admission' },
  'webhook-unreachable': { id: 'OED515', stage: 'admission' },
  'webhook-denies-pods': { id: 'OED516', stage: 'admission' },
  'quota-or-policy-rejects-pods': { id: 'OED517', stage: 'admission' },
  'out-of-memory': { id: 'OED518', stage: 'crash' },
  'node-resources': { id: 'OED519', stage: 'scheduling' },
  'node-constraints': { id: 'OED520', stage: 'scheduling' },
  'version-mismatch': { id: 'OED521', stage: 'crash' },
  'crd-conversion-webhook': { id: 'OED522', stage: 'api-access' },
  'slow-start': { id: 'OED523', stage: 'crash' },
  'config-object-missing': { id: 'OED524', stage: 'image-config-sandbox' },
  'pod-network': { id: 'OED525', stage: 'image-config-sandbox' },
  'node-failure': { id: 'OED526', stage: 'scheduling' },
  'second-mesh-refused': { id: 'OED527', stage: 'admission' },
  'invalid-injection-annotation': { id: 'OED528', stage: 'admission' },
  'liveness-answers-503': { id: 'OED529', stage: 'probe-answer' },
  'readiness-answers-503': { id: 'OED530', stage: 'probe-answer' },
  'probe-endpoint-unreachable': { id: 'OED531', stage: 'probe-answer' },
  'process-ends': { id: 'OED532', stage: 'crash' },
  'logged-errors': { id: 'OED533', stage: 'errors' },
  'scaled-to-zero': { id: 'OED534', stage: 'admission' },
  'component-deleted': { id: 'OED535', stage: 'admission' },
  'control-plane-removed': { id: 'OED536', stage: 'admission' },
  'failed-before': { id: 'OED537', stage: 'errors' },
  'not-ready-unexplained': { id: 'OED538', stage: 'errors' },
  'enrolled-in-other-mesh': { id: 'OED539', stage: 'injected' },
  'enrolled-in-own-mesh': { id: 'OED540', stage: 'injected' },
} as const satisfies Record<CauseCode, { id: `OED${number}`; stage: LifeStage }>;

/** The short id of a cause code, e.g. OED501. */
export function causeId(code: CauseCode): string {
  return causeCatalogue[code].id;
}

import { existsSync } from 'node:fs';
import { homedir } from 'node:os';
import { delimiter, join } from 'node:path';

/** Environment variables, as in `process.env`. */
export type Environment = Readonly<Record<string, string | undefined>>;

const serviceAccountFolder = '/var/run/secrets/kubernetes.io/serviceaccount';

/** Where Kubernetes puts the credentials of a pod's service account. */
export const serviceAccountFiles = {
  token: join(serviceAccountFolder, 'token'),
  ca: join(serviceAccountFolder, 'ca.crt'),
  namespace: join(serviceAccountFolder, 'namespace'),
} as const;

/** Where a configuration is looked for, and who said so. */
export interface KubeconfigFiles {
  readonly from: '--kubeconfig' | 'KUBECONFIG' | 'home';
  readonly files: readonly string[];
}

/**
 * Whether somebody configured a cluster, be it reachable or not: only without any the demo may start by itself. Looks at
 * names of files only, and loads no client library.
 */
export function isConfigured(env: Environment, kubeconfig?: string): boolean {
  const { from, files } = kubeconfigFiles(env, kubeconfig);
  return from !== 'home' || files.some((file) => existsSync(file)) || isInCluster(env);
}

/** The files kubectl would read, in its order of precedence; they need not exist. */
export function kubeconfigFiles(env: Environment, kubeconfig?: string): KubeconfigFiles {
  if (kubeconfig !== undefined) return { from: '--kubeconfig', files: [kubeconfig] };
  const listed = (env['KUBECONFIG'] ?? '').split(delimiter).filter((file) => file !== '');
  if (listed.length > 0) return { from: 'KUBECONFIG', files: [...new Set(listed)] };
  return { from: 'home', files: [join(env['HOME'] || homedir(), '.kube', 'config')] };
}

/** Whether this process runs in a pod with a service account. */
export function isInCluster(env: Environment): boolean {
  return (
    Boolean(env['KUBERNETES_SERVICE_HOST'] && env['KUBERNETES_SERVICE_PORT']) &&
    existsSync(serviceAccountFiles.token)
  );
}

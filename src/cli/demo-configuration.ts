import type { Configuration } from '#cluster/connection.ts';
import { clusterConfig, userConfig } from '#cluster/kubeconfig.ts';

/** The configuration of the embedded API server. It takes nothing from the environment, so no proxy is used. */
export function demoConfiguration(server: string, scenario: string): Configuration {
  return {
    context: `demo-${scenario}`,
    server,
    contexts: [],
    cluster: clusterConfig.parse({ server, 'insecure-skip-tls-verify': true }),
    user: userConfig.parse({}),
    env: {},
  };
}

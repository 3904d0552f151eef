import type { Environment } from './kubeconfig-location.ts';
import type { ClusterConfig, UserConfig } from './kubeconfig.ts';

/** One context of the configuration, for a list to pick from. */
export interface ContextChoice {
  readonly name: string;
  readonly cluster: string;
  readonly user: string;
  /** Host, port and path of its API server, without credentials; '' where the kubeconfig names none. */
  readonly server: string;
  readonly namespace?: string;
  readonly isCurrent: boolean;
}

/** Where the cluster is and who asks; nothing has been sent yet. Holds secrets: it must not be shown or saved. */
export interface Configuration {
  /** The chosen context; absent in a cluster, where commands need none. */
  readonly context?: string;
  /** As given on the command line, for commands. */
  readonly kubeconfig?: string;
  /** URL of the API server, with its path, without a slash at the end. */
  readonly server: string;
  /** Default namespace of the context. */
  readonly namespace?: string;
  readonly contexts: readonly ContextChoice[];
  readonly cluster: ClusterConfig;
  readonly user: UserConfig;
  readonly env: Environment;
}

/** Whom to trust, and the certificate that is shown. PEM. */
export interface Tls {
  readonly ca?: Buffer;
  readonly cert?: Buffer;
  readonly key?: Buffer;
  readonly rejectUnauthorized?: boolean;
  readonly servername?: string;
}

/** Whether the credential plugin must talk to the person: then the transport is opened while it has the plain terminal. */
export function needsTerminal({ user }: Configuration): boolean {
  return user.exec?.interactiveMode === 'Always';
}

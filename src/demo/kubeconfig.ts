/** What a kubeconfig for the demo server says. */
export interface KubeconfigOptions {
  /** The server's address. */
  readonly server: string;
  /** Name of the context, and of its cluster. */
  readonly context: string;
  /** Name of the user. Default: that of the context. */
  readonly user?: string;
  readonly namespace?: string;
  readonly token?: string;
  /** The certificate to trust, PEM. Without it TLS is not verified, which client libraries also want for plain http. */
  readonly ca?: string;
}

/** A kubeconfig as YAML text. Scalars are written as JSON strings, which YAML reads as they are. */
export function kubeconfigText({
  server,
  context,
  user = context,
  namespace,
  token,
  ca,
}: KubeconfigOptions): string {
  const quote = (value: string): string => JSON.stringify(value);
  const trust =
    ca === undefined
      ? 'insecure-skip-tls-verify: true'
      : `certificate-authority-data: ${Buffer.from(ca).toString('base64')}`;
  return `apiVersion: v1
kind: Config
current-context: ${quote(context)}
clusters:
  - name: ${quote(context)}
    cluster:
      server: ${quote(server)}
      ${trust}
users:
  - name: ${quote(user)}
    user: ${token === undefined ? '{}' : `{ token: ${quote(token)} }`}
contexts:
  - name: ${quote(context)}
    context:
      cluster: ${quote(context)}
      user: ${quote(user)}
${namespace === undefined ? '' : `      namespace: ${quote(namespace)}\n`}`;
}

import { execFile, execFileSync } from 'node:child_process';

/** What keeps kubectl from being tried, or '' when it is there. */
export function whyNoKubectl(): string {
  try {
    execFileSync('kubectl', ['version', '--client'], { stdio: 'pipe' });
    return '';
  } catch (error) {
    return `kubectl cannot be run: ${String(error).split('\n')[0]}`;
  }
}

export interface Outcome {
  readonly code: number;
  readonly out: string;
  readonly err: string;
}

/** A kubectl that knows of nothing but one configuration. */
export type Kubectl = (parameters: readonly string[], input?: string) => Promise<Outcome>;

/**
 * @param home A folder for its cache.
 * @param kubeconfig The file.
 */
export function kubectlWith(home: string, kubeconfig: string): Kubectl {
  const env = { PATH: process.env['PATH'], HOME: home, KUBECONFIG: kubeconfig };
  return (parameters, input) =>
    new Promise((resolve) => {
      const child = execFile(
        'kubectl',
        [...parameters],
        { env, timeout: 30_000, maxBuffer: 10_000_000 },
        (error, out, err) => resolve({ code: error ? Number(error.code ?? -1) : 0, out, err }),
      );
      child.stdin?.end(input ?? '');
    });
}

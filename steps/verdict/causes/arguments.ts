import type { Pod } from '#snapshot/kubernetes.ts';
import { type Observed, valueOf } from '#snapshot/observed.ts';

/** The value of a flag in the arguments of any container of a pod: `--flag value` or `--flag=value` (facts §1.1). */
export function argument(
  pods: Observed<readonly Pod[]>,
  podName: string | undefined,
  flag: string,
): string | undefined {
  const pod = valueOf(pods)?.find(({ metadata }) => metadata.name === podName);
  for (const { args } of pod?.spec.containers ?? []) {
    const at = args.findIndex((arg) => arg === flag || arg.startsWith(`${flag}=`));
    if (at >= 0) return args[at] === flag ? args[at + 1] : args[at]?.slice(flag.length + 1);
  }
  return undefined;
}

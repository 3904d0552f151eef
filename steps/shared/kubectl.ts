/** The guide's own commands name no context: they are shown as it has them, with real names. */
export function guideKubectl(namespace: string, ...args: readonly string[]): readonly string[] {
  const [verb = '', ...rest] = args;
  return ['kubectl', verb, '-n', namespace, ...rest];
}

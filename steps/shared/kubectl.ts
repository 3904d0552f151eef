/**
 * The guide's own commands, with real names; it writes `-n` behind the verb and its resource, and names no context.
 * @param verb e.g. `logs` or `describe pod`
 */
export function guideKubectl(namespace: string, verb: string, ...args: readonly string[]): readonly string[] {
  return ['kubectl', ...verb.split(' '), '-n', namespace, ...args];
}

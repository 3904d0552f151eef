/** A Kubernetes quantity such as `64M` or `1Gi`, doubled; undefined when there is no number in it. */
export function doubleQuantity(quantity: string): string | undefined {
  const match = /^(\d+(?:\.\d+)?)([a-zA-Z]*)$/.exec(quantity);
  if (match === null) return undefined;
  return `${Number(match[1]) * 2}${match[2] ?? ''}`;
}

/**
 * An object whose members are made when they are first read, and kept: `lazily({ replicas: () => … })`. What several checks of
 * a step need is so worked out once, and a check that does not use it does not read the facts behind it.
 */
export function lazily<T extends object>(makers: { readonly [K in keyof T]: () => T[K] }): T {
  const made = new Map<string, unknown>();
  const members = Object.entries(makers).map(([name, make]): [string, PropertyDescriptor] => [
    name,
    {
      enumerable: true,
      get: () => {
        if (!made.has(name)) made.set(name, (make as () => unknown)());
        return made.get(name);
      },
    },
  ]);
  return Object.defineProperties({}, Object.fromEntries(members)) as T;
}

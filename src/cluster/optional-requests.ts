/** How many requests a reading sends for one mesh at most, besides logs and probe calls. */
const maxRequests = 20;

/** What is left for requests that a verdict can do without: nodes, and what follows up failures in other namespaces. */
export class OptionalRequests {
  #left: number;

  /** @param planned requests that are sent in any case, for so many `meshes` together */
  constructor(meshes: number, planned: number) {
    this.#left = Math.max(0, meshes * maxRequests - planned);
  }

  /** The first of what is wanted, as many as may still be asked for; they count as asked. */
  take<T>(wanted: readonly T[]): readonly T[] {
    const taken = wanted.slice(0, this.#left);
    this.#left -= taken.length;
    return taken;
  }
}

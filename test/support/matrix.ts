/** What the full matrix (`npm run test:matrix`) tries more of than `npm test` has the time for. */

/** Every robot scenario at all its sizes and in all its languages, instead of one run of each. */
export const isFullMatrix = process.env['TEST_MATRIX'] === 'full';

/** How often a property is tried: `few` times, in the full matrix ten times as often. */
export function runs(few: number): { readonly numRuns: number } {
  return { numRuns: isFullMatrix ? 10 * few : few };
}

/** One of `every` items, others for another `turn`; in the full matrix all of them. */
export function inTurn<T>(items: readonly T[], turn: number, every: number): readonly T[] {
  return isFullMatrix ? items : items.filter((_, index) => index % every === turn % every);
}

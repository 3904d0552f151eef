/** A move in whatever has the keys: a list, a text, a log. */
export type Motion = 'move-up' | 'move-down' | 'page-up' | 'page-down' | 'top' | 'bottom';

/** Towards the beginning. */
export function isUpward(motion: Motion): boolean {
  return motion === 'move-up' || motion === 'page-up' || motion === 'top';
}

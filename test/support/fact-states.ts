import type { Observed } from '#snapshot/observed.ts';
import { readAt } from './times.ts';

/** A fact that the API says is not there. */
export const absent: Observed<never> = { state: 'absent', at: readAt };
/** A fact that nobody may read. */
export function refusedFact(resource: string, group = '', namespace?: string): Observed<never> {
  return {
    state: 'refused',
    verb: 'list',
    resource,
    group,
    ...(namespace === undefined ? {} : { namespace }),
  };
}

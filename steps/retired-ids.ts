/**
 * Ids of findings and causes that are no longer reported. Reports and snapshots of older versions name them, so they are
 * never given to another finding or cause: who removes an entry adds its id here.
 */
export const retiredIds: readonly `OED${number}`[] = [];

/** A phrase worth watching, whatever the level of the line. Rows with the same id share a counter. */
export interface Marker {
  readonly id: string;
  /**
   * 3 to 128 bytes, compared as they are, anywhere in the line; no part of zerolog's `{"level":"`, which the kernel passes
   * over at the beginning of a line.
   */
  readonly phrase: string;
}

interface MarkerRow extends Marker {
  readonly source: string;
}

/** How a process came up or went. */
export const markers = [
  { id: 'process-starting', phrase: 'Starting osm-', source: 'facts §5.4' },
  { id: 'process-starting', phrase: 'Starting fsm-', source: 'facts §5.4 (FSM)' },
  { id: 'process-stopping', phrase: 'Stopping osm-', source: 'facts §5.4: SIGTERM handled, exit 0' },
  { id: 'process-stopping', phrase: 'Stopping fsm-', source: 'facts §5.4 (FSM)' },
  { id: 'http-server-starting', phrase: 'Starting API Server', source: 'facts §2.4: 9091 opens last' },
  { id: 'informers-waiting', phrase: 'informer cache sync...', source: 'facts §5.5 row 19' },
  { id: 'informers-synced', phrase: 'Caches for [', source: 'facts §5.5 row 19' },
  { id: 'informers-failed', phrase: 'Could not start informer collection', source: 'facts §5.4' },
  { id: 'repo-not-up', phrase: 'Repo is not UP', source: 'facts §5.5 row 7' },
  { id: 'repo-not-up', phrase: 'Repo is not up, sleeping', source: 'facts §5.5 row 7' },
  { id: 'repo-ready', phrase: 'Repo is READY', source: 'facts §5.6' },
  { id: 'codebase-not-ready', phrase: 'codebase is NOT READY', source: 'facts §5.6' },
  { id: 'codebase-ready', phrase: 'codebase is READY', source: 'facts §5.6' },
  {
    id: 'meshconfig-missing',
    phrase: 'does not exist. Default config values will be used',
    source: 'facts §5.5 row 3',
  },
  { id: 'webhook-server-shutdown', phrase: 'webhook HTTP server shutdown', source: 'facts §5.5 row 15' },
] as const satisfies readonly MarkerRow[];

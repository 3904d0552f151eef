/** The levels of a log, the mildest first. Apart from the schemas: the first frame needs the names and not those. */
export const logLevels = ['trace', 'debug', 'info', 'warn', 'error', 'fatal', 'panic'] as const;

export type LogLevel = (typeof logLevels)[number];

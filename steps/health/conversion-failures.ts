/** Why a CRD's conversion webhook does not convert (reports.md F). */
export const conversionFailures = [
  'no-service',
  'no-endpoints',
  'refused',
  'timeout',
  'certificate',
  'other',
] as const;
export type ConversionFailure = (typeof conversionFailures)[number];

const patterns: readonly (readonly [ConversionFailure, RegExp])[] = [
  ['no-service', /service "[^"]*" not found/i],
  ['no-endpoints', /no endpoints available/i],
  ['refused', /connection refused/i],
  ['certificate', /x509:|certificate|root certificates/i],
  [
    'timeout',
    /i\/o timeout|Client\.Timeout|handshake timeout|deadline exceeded|no route to host|no such host/i,
  ],
];

const isConversion = /conversion webhook for ([\w.-]+)\/\w+, Kind=(\w+) failed/i;

/** What the API server, or a log line that quotes it, says of a conversion; undefined for any other message. */
export function conversionFailureOf(
  message: string,
): { readonly reason: ConversionFailure; readonly group: string; readonly kind: string } | undefined {
  const [, group, kind] = isConversion.exec(message) ?? [];
  if (group === undefined || kind === undefined) return undefined;
  return { reason: patterns.find(([, pattern]) => pattern.test(message))?.[0] ?? 'other', group, kind };
}

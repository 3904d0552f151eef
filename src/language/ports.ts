/** The ports to which injection redirects probes (facts §1.3). */
export function isInjectedPort(port: string): boolean {
  return ['15901', '15902', '15903', '15904'].includes(port);
}

/** The port of a probe's URL, e.g. `9091` of `http://:9091/health/alive`; '' when it names none. */
export function portOf(url: string): string {
  return /:(\d+)(?:\/|$)/u.exec(url)?.[1] ?? '';
}

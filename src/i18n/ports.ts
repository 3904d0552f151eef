/** The ports to which injection redirects probes (facts §1.3). */
export function isInjectedPort(port: string): boolean {
  return ['15901', '15902', '15903', '15904'].includes(port);
}

/** A probe's URL as short as it stays clear: `:9091/health/alive`, and with its scheme only where that is not HTTP. */
export function endpointOf(url: string): string {
  return url.replace(/^http:\/\/(?=:)/u, '');
}

/** The port of a probe's URL, e.g. `9091` of `http://:9091/health/alive`; '' when it names none. */
export function portOf(url: string): string {
  return /:(\d+)(?:\/|$)/u.exec(url)?.[1] ?? '';
}

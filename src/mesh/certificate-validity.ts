import type { CaBundle, Certificate } from '#snapshot/client-config.ts';

/** How long a bundle is good for, by its certificate that is good longest. */
export type BundleValidity =
  | { readonly state: 'valid'; readonly certificate: Certificate; readonly secondsLeft: number }
  | { readonly state: 'expires-soon'; readonly certificate: Certificate; readonly secondsLeft: number }
  | { readonly state: 'expired' | 'not-yet-valid'; readonly certificate: Certificate }
  | { readonly state: 'unreadable'; readonly message: string };

const day = 24 * 3600;
/** Clocks of two machines may differ by so much without harm. */
const clockSkew = 300;
/** A warning comes with less left than the smaller of these: an amount, and a part of the whole life (issue 11). */
const warning = { seconds: 60 * day, part: 0.1 };

/**
 * Can the API server trust anything with this bundle at `now` (RFC 3339)? One certificate that is valid is enough: while a CA
 * is replaced, the old one and the new one are both in it.
 */
export function bundleValidity({ certificates, errors }: CaBundle, now: string): BundleValidity {
  const at = Date.parse(now) / 1000;
  const valid = certificates
    .filter(({ notBefore, notAfter }) => starts(notBefore) <= at + clockSkew && starts(notAfter) > at)
    .toSorted((a, b) => starts(b.notAfter) - starts(a.notAfter))[0];
  if (valid !== undefined) {
    const secondsLeft = starts(valid.notAfter) - at;
    const life = starts(valid.notAfter) - starts(valid.notBefore);
    const isSoon = secondsLeft < Math.min(warning.seconds, life * warning.part);
    return { state: isSoon ? 'expires-soon' : 'valid', certificate: valid, secondsLeft };
  }
  const latest = certificates.toSorted((a, b) => starts(b.notAfter) - starts(a.notAfter))[0];
  if (latest === undefined) return { state: 'unreadable', message: errors[0]?.message ?? '' };
  return { state: starts(latest.notAfter) <= at ? 'expired' : 'not-yet-valid', certificate: latest };
}

const starts = (time: string): number => Date.parse(time) / 1000;

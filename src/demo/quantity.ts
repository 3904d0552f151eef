const UNITS: Readonly<Record<string, number>> = {
  n: 1e-9,
  u: 1e-6,
  m: 1e-3,
  '': 1,
  k: 1e3,
  M: 1e6,
  G: 1e9,
  T: 1e12,
  Ki: 2 ** 10,
  Mi: 2 ** 20,
  Gi: 2 ** 30,
  Ti: 2 ** 40,
};

/** A resource quantity as a number: bytes of `64M` or `1Gi`, cores of `500m`. NaN for what is none. */
export function bytesOrCores(quantity: string | number | undefined): number {
  const [, digits = '', unit = ''] = /^(\d+(?:\.\d+)?)([a-zA-Z]*)$/.exec(String(quantity ?? '')) ?? [];
  return digits === '' ? NaN : Number(digits) * (UNITS[unit] ?? NaN);
}

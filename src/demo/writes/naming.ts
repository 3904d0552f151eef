/** The letters that Kubernetes makes names of: no vowels, so that no words come about. */
const LETTERS = 'bcdfghjklmnpqrstvwxz2456789';

/** A name with a random end; '' for no prefix. */
export function generatedName(prefix: string): string {
  if (prefix === '') return '';
  const random = crypto.getRandomValues(new Uint8Array(5));
  return prefix + [...random].map((byte) => LETTERS[byte % LETTERS.length]).join('');
}

/** The present, as the API server writes it. */
export function now(): string {
  return new Date().toISOString().replace(/\.\d+/, '');
}

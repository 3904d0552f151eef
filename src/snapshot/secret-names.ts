/** What a name says that its value is; it goes into the placeholder. */
export type SecretKind = 'token' | 'password' | 'secret' | 'key';

const kinds: readonly (readonly [suffix: RegExp, kind: SecretKind])[] = [
  [/token$/, 'token'],
  [/(?:password|passwd|passphrase)$/, 'password'],
  [/secret$/, 'secret'],
  [/^(?:api|access|secret|private|signing|encryption)?key$/, 'key'],
];

/** Words before `key` that make it a name of something, and no secret. */
const harmlessKeys = new Set([
  'public',
  'topology',
  'partition',
  'sort',
  'label',
  'annotation',
  'field',
  'map',
  'index',
]);

/**
 * What the name of a flag, variable or field says about its value, by its last word: `VAULT_TOKEN`, `--token`,
 * `db.password`, `apiKey`. `secretName` and `ca-bundle-secret-name` name a Secret, and are none.
 */
export function secretKindOf(name: string): SecretKind | undefined {
  const words = name
    .replace(/([a-z0-9])([A-Z])/g, '$1 $2')
    .toLowerCase()
    .split(/[^a-z0-9]+/)
    .filter((word) => word !== '');
  const last = words.at(-1) ?? '';
  const kind = kinds.find(([suffix]) => suffix.test(last))?.[1];
  if (kind !== 'key') return kind;
  if (harmlessKeys.has(words.at(-2) ?? '')) return undefined;
  // `--vault-token-secret-key` of OSM: which key of a Secret holds the token.
  return words.slice(-3).join('-') === 'token-secret-key' ? undefined : 'key';
}

/** Values that tell nothing, whatever they are called. */
const harmlessValue =
  /^(?:|null|nil|none|true|false|<[a-z]+>|\*+|\d{1,3}|\$\([A-Za-z_]\w*\)|[\w./-]+\.(?:key|pem|crt|p12|json|ya?ml|txt))$/i;

/** Whether a value under a secret's name is to be hidden: not what is empty, a reference, a file, or hidden already. */
export function isWorthHiding(value: string): boolean {
  return !value.startsWith('[redacted') && !harmlessValue.test(value);
}

export function placeholder(kind: string): string {
  return `[redacted: ${kind}]`;
}

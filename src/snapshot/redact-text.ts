import { isWorthHiding, placeholder, secretKindOf } from './secret-names.ts';

/**
 * What makes a text worth a closer look. Most log lines and messages hold none of it, and pass after this one test.
 */
const suspicious =
  /eyJ|bearer|authorization|private key|LS0tLS1CRUdJTi|:(?:\\*\/){2}[^\s/@]{0,256}@|token|passw|passphrase|secret|key\\*["']?(?:\s*[:=]|\s)|hv[sbr]\.|gh[pousr]_|glpat-|xox[a-z]-|AKIA/i;

interface Rule {
  readonly pattern: RegExp;
  readonly replace: string | ((match: string, ...groups: (string | undefined)[]) => string);
}

/** In this order: what has a shape of its own first, then what only its name gives away. Each is linear in the text. */
const rules: readonly Rule[] = [
  {
    // A text that was cut inside the key hides all that is left.
    pattern: /-----BEGIN ([A-Z0-9 ]{0,40}PRIVATE KEY(?: BLOCK)?)-----[\s\S]*?(?:-----END \1-----|$)/g,
    replace: placeholder('private key'),
  },
  {
    // The same in base64, as in a kubeconfig or a Secret; certificates may be shown.
    pattern: /LS0tLS1CRUdJTi(?!BDRVJUSUZJQ0FUR)[A-Za-z0-9+/]{16,}={0,2}/g,
    replace: placeholder('private key'),
  },
  { pattern: /(?<![A-Za-z0-9])eyJ[\w-]{5,4096}(?:\.[\w-]*){2,4}/g, replace: placeholder('jwt') },
  {
    pattern:
      /\b(authorization\\*["']?\s*[:=]\s*[[\\"']*\s*)(?:(?:(bearer|basic|negotiate|digest|token)\s+)(?!\[redacted)[^\s"'\\\]},]+|(?![^\s"'\\\]},]{0,200}\[redacted: [a-z ]{3,20}\])[^\s"'\\\]},]{16,})/gi,
    replace: (_match, head = '', scheme) =>
      `${head}${scheme === undefined ? '' : `${scheme} `}${placeholder('credential')}`,
  },
  {
    // Prose has the word, too: only what looks like a token is one.
    pattern: /\b(bearer\s+)(?:(?=[^\s"'\\,;]*\d)[A-Za-z0-9._~+/=-]{6,}|[A-Za-z0-9._~+/=-]{20,})/gi,
    replace: `$1${placeholder('bearer token')}`,
  },
  {
    pattern:
      /\b(?:hv[sbr]\.[\w-]{16,}|gh[pousr]_\w{20,}|glpat-[\w-]{16,}|xox[a-z]-[\w-]{10,}|AKIA[A-Z0-9]{16})/g,
    replace: placeholder('token'),
  },
  {
    // JSON may have a backslash before each slash.
    pattern: /(:(?:\\*\/){2}[^\s/:@"'<>\\?#]{0,256}:)(?!\[redacted)[^\s/"'<>\\?#]{1,1024}@/g,
    replace: `$1${placeholder('password')}@`,
  },
  {
    // Not the end of a path in quotes, `Post "https://…/token": x509: …`: what follows is the error.
    pattern:
      /(?<![A-Za-z0-9_.-])(?!(?<=\/)[A-Za-z0-9_.-]{1,140}"\s*:)([A-Za-z0-9_.-]{0,128}(?:token|password|passwd|passphrase|secret|key))(\\*["']?)(\s*[:=]\s*|\s+)(?:(")((?:[^"\\]|\\.)*)|(')([^']*)|(\\+")(.*?)(?=\\+"|$)|([^\s"',;&})\]\\]+))/gi,
    replace: redactAssignment,
  },
];

/** The text without secrets; the placeholders say what kind each was. Redacting twice changes nothing. */
export function redactText(text: string): string {
  if (!isSuspicious(text)) return text;
  return rules.reduce(
    (current, { pattern, replace }) =>
      typeof replace === 'string' ? current.replace(pattern, replace) : current.replace(pattern, replace),
    text,
  );
}

/** Whether redacting could change the text; a quick test over many lines at once. */
export function isSuspicious(text: string): boolean {
  return suspicious.test(text);
}

/** `name=value`, `name: value`, `"name":"value"`, `--name value`. */
function redactAssignment(match: string, ...groups: (string | undefined)[]): string {
  const [
    name = '',
    nameQuote = '',
    separator = '',
    double,
    inDouble,
    single,
    inSingle,
    escaped,
    inEscaped,
    bare,
  ] = groups;
  const value = inDouble ?? inSingle ?? inEscaped ?? bare ?? '';
  const kind = secretKindOf(name);
  const isFlag = name.startsWith('--');
  if (kind === undefined || !isWorthHiding(value)) return match;
  if (separator.trim() === '' && (!isFlag || nameQuote !== '' || value.startsWith('-'))) return match;
  // client-go names a kind of Kubernetes so: `failed to list *v1.Secret: …`.
  if (/^v\d\w*\.Secret$/.test(name)) return match;
  // `key="namespace/name"` of klog, and selectors written out.
  if (name.toLowerCase() === 'key') return match;
  if (kind === 'secret' && isNameOfSecret(value)) return match;
  const isProse = bare !== undefined && separator.includes(':') && nameQuote === '';
  if (isProse && kind !== 'password' && !/\d/.test(value) && value.length < 16) return match;
  return `${name}${nameQuote}${separator}${double ?? single ?? escaped ?? ''}${placeholder(kind)}`;
}

/** `osm-system/osm-ca-bundle` and the like: which Secret, not what is in it (facts §8, §1.3). */
function isNameOfSecret(value: string): boolean {
  return /^[a-z0-9-]+\/[a-z0-9.-]+$|^[a-z0-9-]*(?:ca-bundle|bootstrap-config-[a-z0-9-]+)$/.test(value);
}

import type { Language } from '#i18n/texts.ts';

/** A time, or a duration before the start of the reading. */
export type Since = { readonly at: Date } | { readonly agoMs: number };

/** The options of every command: the source of the facts, and the language. */
export interface CommonOptions {
  readonly kubeconfig?: string;
  readonly context?: string;
  readonly namespace?: string;
  readonly mesh?: string;
  /** Scenario name, or true for the default one. */
  readonly demo?: string | true;
  /** A snapshot file to replay. */
  readonly from?: string;
  readonly lang?: Language;
  /** Seconds that one request may take. */
  readonly timeout?: number;
  /** Bytes read from the start of each log. */
  readonly logBytes?: number;
  /** How old the lines of logs may be. */
  readonly since?: Since;
}

export interface CheckOptions extends CommonOptions {
  readonly output: 'text' | 'json' | 'markdown' | 'html';
  readonly report: readonly string[];
  readonly force?: boolean;
  readonly ascii?: boolean;
}

export interface WizardCliOptions extends CheckOptions {
  readonly exitCode?: boolean;
  readonly color: boolean;
  readonly screenReader?: boolean;
  /** Repeat the reading from the start of the wizard. */
  readonly watch?: boolean;
  /** Seconds between two readings. */
  readonly watchInterval: number;
  /** Ring when a watch turns healthy. */
  readonly bell: boolean;
}

export const defaultScenario = '02-two-meshes';

/** `--lang`, else the first of LC_ALL, LC_MESSAGES and LANG that is set, else English (design §6). */
export function chooseLanguage(asked: Language | undefined, env: NodeJS.ProcessEnv): Language {
  if (asked !== undefined) return asked;
  const locale = [env['LC_ALL'], env['LC_MESSAGES'], env['LANG']].find(
    (value) => value !== undefined && value !== '',
  );
  return locale !== undefined && /^ja(?:[_.@-]|$)/i.test(locale) ? 'ja' : 'en';
}

/** Whether the terminal can show more than ASCII: not in the C locale, and not when it is `dumb`. */
export function isAsciiOnly(env: NodeJS.ProcessEnv): boolean {
  if (env['TERM'] === 'dumb' || env['TERM'] === 'linux') return true;
  const locale = [env['LC_ALL'], env['LC_CTYPE'], env['LANG']].find(
    (value) => value !== undefined && value !== '',
  );
  return locale === 'C' || locale === 'POSIX';
}

/** Whether colours are off: `--no-color`, NO_COLOR (https://no-color.org), or a variable of supports-color or BSD tools. */
export function isColorless(asked: boolean, env: NodeJS.ProcessEnv): boolean {
  const { NO_COLOR: no = '', FORCE_COLOR: force, CLICOLOR: cli, CLICOLOR_FORCE: forced = '0' } = env;
  if (!asked || no !== '') return true;
  if (force !== undefined) return force === '0' || force === 'false';
  return cli === '0' && (forced === '0' || forced === '');
}

/**
 * Whether the output is lines in sequence instead of a drawn screen: by option, by Ink's variable, or because the
 * terminal cannot move its cursor.
 */
export function isLinear(asked: boolean, env: NodeJS.ProcessEnv): boolean {
  return asked || env['INK_SCREEN_READER'] === 'true' || isDumb(env);
}

export function isDumb(env: NodeJS.ProcessEnv): boolean {
  return env['TERM'] === 'dumb';
}

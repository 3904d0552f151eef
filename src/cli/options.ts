import type { Language } from '#i18n/texts.ts';

/** A time, or how long before a reading begins. */
export type Since = { readonly at: Date } | { readonly agoMs: number };

/** What every command takes: where the facts come from and how to speak. */
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
  /** Read again and again from the start. */
  readonly watch?: boolean;
  /** Seconds. */
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

/** Can this terminal show more than ASCII? The C locale and dumb terminals cannot. */
export function isAsciiOnly(env: NodeJS.ProcessEnv): boolean {
  if (env['TERM'] === 'dumb' || env['TERM'] === 'linux') return true;
  const locale = [env['LC_ALL'], env['LC_CTYPE'], env['LANG']].find(
    (value) => value !== undefined && value !== '',
  );
  return locale === 'C' || locale === 'POSIX';
}

/** `--no-color`, or an environment that asks for none: https://no-color.org, and what supports-color and BSD tools take. */
export function isColorless(asked: boolean, env: NodeJS.ProcessEnv): boolean {
  const { NO_COLOR: no = '', FORCE_COLOR: force, CLICOLOR: cli, CLICOLOR_FORCE: forced = '0' } = env;
  if (!asked || no !== '') return true;
  if (force !== undefined) return force === '0' || force === 'false';
  return cli === '0' && (forced === '0' || forced === '');
}

/**
 * Whether everything is said line by line instead of drawn: asked for, or by Ink's variable; or because the terminal
 * cannot place a word anywhere but behind the last one.
 */
export function isLinear(asked: boolean, env: NodeJS.ProcessEnv): boolean {
  return asked || env['INK_SCREEN_READER'] === 'true' || isDumb(env);
}

export function isDumb(env: NodeJS.ProcessEnv): boolean {
  return env['TERM'] === 'dumb';
}

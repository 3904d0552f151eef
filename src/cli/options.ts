import type { Language } from '#language/texts.ts';

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
  /** Bytes read of each log. */
  readonly logBytes?: number;
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

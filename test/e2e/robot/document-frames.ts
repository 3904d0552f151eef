/**
 * The pictures in README.md and the guides. Each stands in a code block under a comment such as
 * `<!-- frame: en 80x24 02-two-meshes 2 Enter -->`: language, size, scenario of the demo, and the keys that lead to it.
 */
import { setTimeout as sleep } from 'node:timers/promises';
import { fileURLToPath } from 'node:url';
import type { Language } from '#i18n/texts.ts';
import { textsOf } from '#steps/all-texts.ts';
import type { Session } from '../session.ts';
import { bytesOf, isKey, keyNames } from './keys.ts';
import { launch } from './launch.ts';
import { modesOnScreen } from './mode-on-screen.ts';
import type { Size } from './scenario.ts';
import { isRead, squeezed } from './see.ts';
import { prepare } from './start.ts';

export const picturedDocuments = ['README.md', 'docs/guide.md', 'docs/guide.ja.md'] as const;

export interface DocumentFrame {
  /** What the comment says. */
  readonly head: string;
  readonly language: Language;
  readonly size: Size;
  readonly demo: string;
  readonly keys: readonly string[];
  /** The picture as it stands in the document. */
  readonly text: string;
}

const block = /<!-- frame: ((en|ja) (\d+)x(\d+) (\S+) ?([^>]*?)) -->\n+```text\n([^]*?)\n?```/gu;

export function framesIn(document: string): readonly DocumentFrame[] {
  return [...document.matchAll(block)].map((match) => {
    const [, head = '', language, columns, rows, demo = '', keys = '', text = ''] = match;
    return {
      head,
      language: language === 'ja' ? 'ja' : 'en',
      size: { columns: Number(columns), rows: Number(rows) },
      demo,
      keys: keys.split(' ').filter((key) => key !== ''),
      text,
    };
  });
}

/** The document with these pictures, in the order of `framesIn`. */
export function withFrames(document: string, pictures: readonly string[]): string {
  let next = 0;
  return document.replaceAll(block, (_all, head: string) => {
    const picture = pictures[next] ?? '';
    next += 1;
    return `<!-- frame: ${head} -->\n\n\`\`\`text\n${picture}\n\`\`\``;
  });
}

/** What the program shows today, with its clock standing still. @throws a key that is none, or that changes nothing */
export async function drawn({ language, size, demo, keys }: DocumentFrame): Promise<string> {
  const wrong = keys.find((key) => !isKey(key));
  if (wrong !== undefined) throw new Error(`"${wrong}" is no key: a key is one of ${keyNames}`);
  const start = { demo, args: ['--lang', language], env: {}, files: {} };
  const ground = await prepare(start, {});
  const preload = fileURLToPath(new URL('fixed-clock.ts', import.meta.url));
  const { session } = launch(ground, size, { isInteractive: false, preload });
  try {
    if (!(await session.until(() => isRead(session.screen()), patience)))
      throw new Error(`the demo ${demo} was not read:\n${session.screen()}`);
    await settled(session);
    // Of several meshes one is asked for first; what is told is what comes after.
    if (modesOnScreen(session.screen())[0] === 'finder') {
      session.press(bytesOf('Esc'));
      await settled(session);
    }
    // Every step can be decided before the last request is answered.
    const hasEnded = (): boolean =>
      squeezed(session.screen()).includes(squeezed(textsOf(language).ui.read.justNow));
    if (!(await session.until(hasEnded, patience)))
      throw new Error(`the demo ${demo} is still being read:\n${session.screen()}`);
    await settled(session);
    for (const key of keys) {
      const before = session.screen();
      session.press(bytesOf(key));
      if (!(await session.until(() => session.screen() !== before, patience)))
        throw new Error(`the key ${key} changes nothing:\n${before}`);
      await settled(session);
    }
    return session.screen().trimEnd();
  } finally {
    session.close();
    await ground.clear();
  }
}

/** Seconds that a key may take to show. */
const patience = 30;
/** Milliseconds without a change, after which a screen is taken as drawn. */
const quiet = 250;

async function settled(session: Session): Promise<void> {
  for (let before = ''; before !== session.screen();) {
    before = session.screen();
    await sleep(quiet);
  }
}

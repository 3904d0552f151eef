import { readdir, readFile, stat } from 'node:fs/promises';
import { join } from 'node:path';
import { isDeepStrictEqual, stripVTControlCharacters } from 'node:util';
import type { Language } from '#i18n/texts.ts';
import { asItWas, leftOn } from '../left-on.ts';
import type { Launched } from './launch.ts';
import type { Scenario } from './scenario.ts';
import { wordsIn } from './see.ts';

type Ending = NonNullable<Scenario['ends']>;

/** What is not as it should be once the program has ended: status, terminal, words and files it leaves behind. */
export async function checkEnding(
  { status, prints, files }: Ending,
  never: Scenario['never'],
  launched: Launched,
  {
    folder,
    language,
    patience,
  }: { readonly folder: string; readonly language: Language; readonly patience: number },
): Promise<readonly string[]> {
  const output = await launched.finish(patience);
  if (output === undefined) return [`the end of the program, with status ${status}`];
  const left = Number(/status=(\d+)/u.exec(output)?.[1]);
  const said = squeezed(stripVTControlCharacters(output.slice(output.lastIndexOf(leaveFullScreen))));
  return [
    ...(left === status ? [] : [`status ${status}, and not ${left}`]),
    ...terminalTrouble(output),
    ...prints
      .map((words) => wordsIn(words, language))
      .flatMap((text) => (said.includes(squeezed(text)) ? [] : [`"${text}" on the normal screen`])),
    ...never.flatMap((pattern) => (pattern.test(beforeTheEnd(output)) ? [`never ${pattern} sent`] : [])),
    ...(await fileTrouble(files, folder)),
  ];
}

const leaveFullScreen = '\u001B[?1049l';

/** What the program has switched on and the shell after it finds on. */
function terminalTrouble(output: string): readonly string[] {
  const left = leftOn(output);
  return [
    ...(isDeepStrictEqual(left, asItWas)
      ? []
      : [`a terminal with ${JSON.stringify(asItWas)} on, and not ${JSON.stringify(left)}`]),
    // What `stty -a` says: canonical mode with echo is what the shell had, raw mode shows as -icanon -echo.
    ...(/(?<!-)icanon/u.test(output) && /(?<!-)echo\b/u.test(output)
      ? []
      : ['a terminal in canonical mode with echo']),
  ];
}

async function fileTrouble(files: Ending['files'], folder: string): Promise<readonly string[]> {
  const there = await readdir(folder);
  const trouble: string[] = [];
  for (const { name, holds } of files) {
    const file = there.find((entry) => name.test(entry));
    if (file === undefined) {
      trouble.push(`a file ${name}, where there are: ${there.join(', ') || 'none'}`);
      continue;
    }
    const path = join(folder, file);
    const text = await readFile(path, 'utf8');
    trouble.push(...holds.filter((part) => !text.includes(part)).map((part) => `"${part}" in ${file}`));
    if (((await stat(path)).mode & 0o777) !== 0o600) trouble.push(`${file} readable by its owner alone`);
  }
  return trouble;
}

function beforeTheEnd(output: string): string {
  const end = output.lastIndexOf('status=');
  return end < 0 ? output : output.slice(0, end);
}

function squeezed(text: string): string {
  return text.replaceAll(/\s/gu, '');
}

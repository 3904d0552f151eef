/** Why the program of a container could not be executed. */
export type StartFailure = 'architecture' | 'not-found' | 'not-executable';

/** The runtime's own words for it; a mount that fails has others (`error mounting … no such file or directory`). */
const execution = /\bexec(?:utable file| user process)?:? |\bexec: "|exec format error/i;

/** What container runtimes and kernels say, in a log line or in a state's message; undefined for anything else. */
export function startFailureOf(text: string): StartFailure | undefined {
  if (!execution.test(text) || /\bmount/i.test(text)) return undefined;
  if (/exec format error/i.test(text)) return 'architecture';
  if (/executable file not found|no such file or directory/i.test(text)) return 'not-found';
  return /permission denied|is a directory/i.test(text) ? 'not-executable' : undefined;
}

/** The program that was to be executed, e.g. `/osm-bootstrap`; '' when the text names none. */
export function programIn(text: string): string {
  return /exec: "([^"]+)"/.exec(text)?.[1] ?? /\bexec (\/\S+?):? /.exec(text)?.[1] ?? '';
}

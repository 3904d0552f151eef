/** What has the keys, and so which bindings hold. `search` lies over another mode: matches that were kept take Esc alone. */
export const modes = [
  'step',
  'detail',
  'timeline',
  'log',
  'page',
  'picker',
  'finder',
  'entry',
  'notice',
  'text',
  'typing-search',
  'search',
] as const;
export type Mode = (typeof modes)[number];

/** Where a step is on the screen, whatever of it has the keys. */
export const screenModes: readonly Mode[] = ['step', 'detail', 'timeline'];
/** A step without its time line, which has arrow keys of its own. */
export const stepModes: readonly Mode[] = ['step', 'detail'];
/** Where `/` can be pressed. */
export const searchedModes: readonly Mode[] = [...screenModes, 'log', 'page'];
export const scrolledModes: readonly Mode[] = [...searchedModes, 'text'];
export const listModes: readonly Mode[] = [...searchedModes, 'picker', 'text'];
/** Where letters go into a text that is being typed. */
export const typingModes: readonly Mode[] = ['finder', 'entry', 'typing-search'];

export function isTyping(mode: Mode): boolean {
  return typingModes.includes(mode);
}

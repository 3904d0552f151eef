import type { Hint } from '#components/footer.tsx';
import type { HeaderProps } from '#components/header-bar.tsx';
import { type RuleProps, titleRoom } from '#components/rule-lines.ts';
import type { Symbols } from '#components/symbols.ts';
import type { Tab } from '#components/tab-bar.tsx';
import type { MeshDiagnosis } from '#diagnosis/diagnosis.ts';
import type { Mark } from '#presentation/blocks.ts';
import { sanitizeLine } from '#presentation/sanitize.ts';
import { stepMark, verdictMark } from '#presentation/marks.ts';
import { wrapText } from '#presentation/wrap.ts';
import type { Texts } from '#i18n/texts.ts';
import type { ScreenId } from '#i18n/types/steps.ts';
import type { ActionId } from '#i18n/types/ui.ts';
import type { Found } from '../layout/found.ts';
import { keyName } from '../keys/key-label.ts';
import { bindingOf, keymap } from '../reduce/keymap.ts';
import { currentMesh, shownFacts } from '../state/shown.ts';
import { problemText } from '../ports/problem-text.ts';
import type { Mode } from '../state/mode.ts';
import { type Note, screenIds, type WizardState } from '../state/state.ts';

/** What frames every screen: header, tabs, the two rules, footer. */
export function headerOf(
  state: WizardState,
  texts: Texts,
  options: { readonly demo?: string; readonly file?: string },
): HeaderProps {
  const words = texts.ui.header;
  const diagnosis = shownFacts(state)?.diagnosis;
  const found = currentMesh(state);
  const parts: string[] = [];
  // A snapshot of the demo stays one.
  const source = diagnosis?.source;
  const begunWith = state.context === undefined ? options.demo : options.demo && '';
  const demo = source?.kind === 'demo' ? (source.scenario ?? '') : begunWith;
  // A context that was just chosen stands there before it answers, and one that failed names itself.
  const context = source?.context ?? state.context ?? failedContext(state);
  if (context !== undefined) parts.push(`${words.context} ${sanitizeLine(context)}`);
  if (found !== undefined && isSeen(found.mesh)) {
    const { namespace, flavour, version } = found.mesh;
    const name = found.mesh.name === '' ? '?' : found.mesh.name;
    const meshes = diagnosis?.meshes ?? [];
    const which = meshes.length > 1 ? ` (${words.ofMeshes(meshes.indexOf(found) + 1, meshes.length)})` : '';
    parts.push(`${words.mesh} ${sanitizeLine(`${name} @ ${namespace}`)}${which}`);
    parts.push(version === '' ? flavour : sanitizeLine(`${flavour} v${version}`));
  }
  if (options.file !== undefined) parts.push(`${words.file} ${sanitizeLine(options.file)}`);
  return {
    title: 'osm-edge-doctor',
    parts,
    ...(demo === undefined ? {} : { badges: [`${words.demo} ${sanitizeLine(demo)}`, words.demo] }),
  };
}

function failedContext({ run }: WizardState): string | undefined {
  return run.kind === 'failed' && 'context' in run.problem ? run.problem.context : undefined;
}

/** Without a control plane, and before one is known, an identity stands for the place that was looked at alone. */
function isSeen({ name, presence, version }: MeshDiagnosis['mesh']): boolean {
  return presence === 'unknown' ? name !== '' || version !== '' : presence !== 'none';
}

export function tabsOf(state: WizardState, texts: Texts): readonly Tab[] {
  return screenIds.map((screen, index) => ({
    number: index + 1,
    word: texts.steps.steps[screen].tab,
    mark: tabMark(state, screen),
  }));
}

export function tabMark(state: WizardState, screen: ScreenId): Mark {
  const mesh = currentMesh(state, screen);
  if (mesh === undefined) {
    const verdict = shownFacts(state, screen)?.diagnosis.verdict;
    return verdict === undefined || screen !== 'verdict' ? unread(state) : verdictMark(verdict);
  }
  return screen === 'verdict' ? verdictMark(mesh.verdict) : stepMark(mesh.steps[screen].status);
}

function unread(state: WizardState): Mark {
  return state.run.kind === 'reading' ? 'pending' : 'unknown';
}

/** The rule above the footer is the status line. */
export function statusRule(state: WizardState, texts: Texts, found?: Found): RuleProps {
  const { note, run } = state;
  if (note !== undefined) return { title: sanitizeLine(noteText(note, texts)) };
  if (found !== undefined) return { title: sanitizeLine(foundWords(found, texts)) };
  if (run.kind !== 'failed' || state.data === undefined) return {};
  return { title: sanitizeLine(texts.runs.failed(problemText(run.problem, texts).what)) };
}

/** What the status line says, on a second line where one is too short. */
export function statusTitles(
  state: WizardState,
  texts: Texts,
  width: number,
  found?: Found,
): readonly string[] {
  const { title = '' } = statusRule(state, texts, found);
  if (title === '') return [];
  const [first = '', ...further] = wrapText(title, titleRoom(width));
  return further.length === 0 ? [first] : [first, further.join(' ')];
}

function foundWords({ count, isWhole, number, query }: Found, { ui: { search } }: Texts): string {
  return isWhole ? search.found(query, number, count) : `/${query}: ${search.searching(number, count)}`;
}

function noteText(note: Note, texts: Texts): string {
  // One function a note; the compiler cannot see that the name picks the right one.
  const tell = texts.ui.notes[note.name] as (params: Note['params']) => string;
  return tell(note.params);
}

/** The keys of use now in the modes that hold, the innermost first, from the table that drives them. */
export function hintsOf(
  inModes: readonly Mode[],
  texts: Texts,
  symbols: Symbols,
  isActionAvailable: (action: ActionId) => boolean = () => true,
  words: Readonly<Partial<Record<ActionId, string>>> = {},
): readonly Hint[] {
  return keymap
    .flatMap((binding) => {
      const { action, keys, footer } = binding;
      const [first = ''] = keys;
      // Where an inner mode gives the key to something else, that is what it does.
      if (footer === undefined || bindingOf(first, inModes) !== binding || !isActionAvailable(action))
        return [];
      const names = (footer.keys ?? keys.slice(0, 1)).map((key) => keyName(key, symbols));
      const label = names.every((name) => name.length === 1) ? names.join('') : names.join('/');
      const word = words[action] ?? texts.ui.actions[action].footer;
      return [{ keys: label, word, rank: footer.rank, order: footer.order }];
    })
    .toSorted((a, b) => a.order - b.order);
}

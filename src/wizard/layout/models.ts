import { withLinks } from '#components/link-lines.ts';
import type { Line } from '#components/line.ts';
import type { MeshDiagnosis } from '#diagnosis/diagnosis.ts';
import type { Block, ListRow, ScreenModel } from '#presentation/blocks.ts';
import type { ScreenInput } from '#presentation/screen-input.ts';
import type { ScreenId } from '#i18n/types/steps.ts';
import type { WizardPorts } from '../ports/ports.ts';

/**
 * Screens and their lines, built once for each diagnosis, language and width. A key press only asks for what is there
 * already; a new diagnosis makes a new entry and the old one is dropped. A new moment drops the lines, and the screens
 * that say ages in their rows.
 */
export interface Models {
  model(screen: ScreenId, input: ScreenInput): ScreenModel;
  overview(model: ScreenModel, before: readonly Block[], width: number): readonly Line[];
  /** `more` stands below it, made once for each of its keys. */
  detail(row: ListRow, width: number, more: MoreLines): readonly Line[];
}

/** How blocks become lines: drawn on a screen, or said in words. */
export type BlockLayout = (blocks: readonly Block[], width: number) => readonly Line[];

export interface MoreLines {
  readonly key: string;
  readonly lines: () => readonly Line[];
}

/** `docs`: address of the folder of our documents, when they are at hand. */
export function createModels(
  screens: WizardPorts['screens'],
  layout: BlockLayout,
  docs: string | undefined,
): Models {
  let built = new WeakMap<MeshDiagnosis, Map<string, Built>>();
  let moment = '';
  let run: ScreenInput['run'] | undefined;
  let history: ScreenInput['history'];
  let overviews = new WeakMap<ScreenModel, Map<string, readonly Line[]>>();
  let details = new WeakMap<ListRow, Map<string, readonly Line[]>>();

  return {
    model(screen, input) {
      if (run !== input.run || history !== input.history) {
        ({ history, run } = input);
        built = new WeakMap();
      }
      if (moment !== input.now) {
        moment = input.now;
        overviews = new WeakMap();
        details = new WeakMap();
      }
      const ofMesh = entry(built, input.diagnosis);
      const key = `${screen} ${input.language} ${input.width}`;
      const known = ofMesh.get(key);
      if (known?.model.agesInRows === true && known.moment !== moment) ofMesh.delete(key);
      return remember(ofMesh, key, () => ({ model: screens[screen](onward(input)), moment })).model;
    },
    overview: (model, before, width) =>
      remember(entry(overviews, model), `${width} ${JSON.stringify(before)}`, () =>
        layout([...before, ...model.overview], width),
      ),
    detail: (row, width, more) =>
      remember(entry(details, row), `${width} ${more.key}`, () => {
        const lines = layout(row.detail(), width);
        const told =
          docs === undefined ? lines : withLinks(lines, docsEntry, (entry) => docs + entry.slice(5));
        return [...told, ...more.lines()];
      }),
  };

  /** The same input, whose `now` is always the moment that is shown. */
  function onward(input: ScreenInput): ScreenInput {
    return {
      ...input,
      get now() {
        return moment;
      },
    };
  }
}

/** A screen, and the moment that the ages in its rows belong to. */
interface Built {
  readonly model: ScreenModel;
  readonly moment: string;
}

/** How a detail names its entry in our documents. */
const docsEntry = /docs\/findings(?:\.\w\w)?\.md#oed\d{3}/u;

/** The screens of the walk in two languages, or a detail at the widths of a window that is being dragged. */
const mostKept = 10;

function remember<T>(kept: Map<string, T>, key: string, make: () => T): T {
  const known = kept.get(key);
  if (known !== undefined) return known;
  if (kept.size >= mostKept) kept.clear();
  const made = make();
  kept.set(key, made);
  return made;
}

function entry<K extends object, T>(map: WeakMap<K, Map<string, T>>, key: K): Map<string, T> {
  const known = map.get(key);
  if (known !== undefined) return known;
  const fresh = new Map<string, T>();
  map.set(key, fresh);
  return fresh;
}

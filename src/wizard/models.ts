import { withLinks } from '#components/link-lines.ts';
import type { Line } from '#components/line.ts';
import type { MeshDiagnosis } from '#diagnosis/diagnosis.ts';
import type { Block, ListRow, ScreenModel } from '#document/blocks.ts';
import type { ScreenInput } from '#document/screen-input.ts';
import type { ScreenId } from '#language/types/steps.ts';
import type { WizardPorts } from './ports.ts';

/**
 * Screens and their lines, built once for each diagnosis, language, width and moment. A key press only asks for what
 * is there already; a new diagnosis makes a new entry and the old one is dropped, and so does a new moment.
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
  let built = new WeakMap<MeshDiagnosis, Map<string, ScreenModel>>();
  let moment = '';
  let run: ScreenInput['run'] | undefined;
  let history: ScreenInput['history'];
  const overviews = new WeakMap<ScreenModel, Map<string, readonly Line[]>>();
  const details = new WeakMap<ListRow, Map<string, readonly Line[]>>();

  return {
    model(screen, input) {
      if (run !== input.run || moment !== input.now || history !== input.history) {
        ({ history, now: moment, run } = input);
        built = new WeakMap();
      }
      const ofMesh = entry(built, input.diagnosis);
      return remember(ofMesh, `${screen} ${input.language} ${input.width}`, () => screens[screen](input));
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

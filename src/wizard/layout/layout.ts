import type { Line } from '#components/line.ts';
import { clampScroll } from '#components/scroll.ts';
import type { ScreenModel } from '#presentation/blocks.ts';
import type { Texts } from '#i18n/texts.ts';
import type { Problem } from '#errors/problem.ts';
import type { LogState } from '../log/state.ts';
import { type Dialog, isPage, type Page } from '../state/overlay.ts';
import { currentMesh, shownFacts } from '../state/shown.ts';
import { positionOf, type WizardState } from '../state/state.ts';
import type { Display } from './display.ts';
import { displayedTime } from './displayed-time.ts';
import { fixedRows, halves, headHeights, shapeOf } from './geometry.ts';
import { headlineLines } from './headline-lines.ts';
import { mainLayout, type MainLayout } from './main-layout.ts';
import { pageLines } from './pages.ts';
import { stepSentences } from './sentences.ts';
import { statusHeight } from './status.ts';

/** What has the body of the screen, and how large it is there. */
export type BodyLayout =
  | {
      readonly kind: 'page';
      readonly page: Page;
      readonly lines: readonly Line[];
      readonly scroll: number;
      readonly height: number;
    }
  | { readonly kind: 'dialog'; readonly dialog: Dialog; readonly height: number }
  | { readonly kind: 'log'; readonly log: LogState; readonly height: number }
  | { readonly kind: 'problem'; readonly problem: Problem; readonly height: number }
  | MainLayout;

/**
 * Where everything stands: the part of a screen that is decided by the state and the size of the terminal. Reducers move
 * and scroll by it, the view draws it.
 */
export interface Layout {
  readonly texts: Texts;
  readonly model?: ScreenModel;
  readonly headline: readonly Line[];
  /** Question and what was looked at. */
  readonly sentences: readonly Line[];
  /** Lines of the status line: a long note has two. */
  readonly statusHeight: number;
  /** Lines between what stands above and below the body, the title of the body among them. */
  readonly bodyHeight: number;
  readonly body: BodyLayout;
  /** RFC 3339; ages on the screen are relative to it. */
  readonly now: string;
}

const known = new WeakMap<WizardState, { readonly display: Display; readonly layout: Layout }>();

/** Remembered for the display that it was last asked for with: a key is answered, and drawn, by the same layout. */
export function layoutOf(state: WizardState, display: Display): Layout {
  const before = known.get(state);
  if (before?.display === display) return before.layout;
  const layout = arrange(state, display);
  known.set(state, { display, layout });
  return layout;
}

function arrange(state: WizardState, display: Display): Layout {
  const { file, size } = display;
  const texts = display.texts(state.language);
  const readAt = shownFacts(state)?.diagnosis.readAt ?? '';
  const now = file === undefined ? displayedTime(state.now, readAt) : readAt;
  const model = modelOf(state, now, display);
  const most = headHeights(size.rows);
  const headline = headlineLines(state, display);
  const sentences =
    most.sentence === 1 && isCovered(state) ? [] : stepSentences(state, model, most.sentence, display);
  const status = statusHeight(state, texts, size.columns);
  const bodyHeight = Math.max(0, size.rows - fixedRows - headline.length - sentences.length - status);
  return {
    texts,
    ...(model === undefined ? {} : { model }),
    headline,
    sentences,
    statusHeight: status,
    bodyHeight,
    body: bodyOf(state, model, bodyHeight, now, display),
    now,
  };
}

function bodyOf(
  state: WizardState,
  model: ScreenModel | undefined,
  bodyHeight: number,
  now: string,
  display: Display,
): BodyLayout {
  const { overlay } = state;
  const height = bodyHeight - 1;
  if (isPage(overlay)) {
    const lines = pageLines(state, overlay, display);
    const shown = Math.max(1, height);
    return {
      kind: 'page',
      page: overlay,
      lines,
      height: shown,
      scroll: clampScroll(overlay.scroll, shown, lines.length),
    };
  }
  if (overlay.kind !== 'none') return { kind: 'dialog', dialog: overlay, height };
  // The log has a line of its own that says how it is shown.
  if (state.log !== undefined) return { kind: 'log', log: state.log, height: Math.max(1, height - 1) };
  const problem = unreadable(state);
  if (problem !== undefined) return { kind: 'problem', problem, height };
  return mainLayout(state, model, bodyHeight, now, display);
}

/** What the current step says of the current mesh; undefined before there are facts. */
function modelOf(state: WizardState, now: string, { models, size, texts }: Display): ScreenModel | undefined {
  const mesh = currentMesh(state);
  const shown = shownFacts(state);
  if (mesh === undefined || shown === undefined) return undefined;
  const changes = shown.changes?.get(mesh.mesh.namespace);
  const { left, right } = halves(size.columns);
  return models.model(state.screen, {
    diagnosis: mesh,
    run: shown.diagnosis,
    texts: texts(state.language),
    language: state.language,
    now,
    width: shapeOf(size) === 'wide' ? Math.min(left, right) : size.columns,
    history: state.history,
    ...(changes === undefined ? {} : { changes }),
  });
}

/** Why nothing could be read, where nothing was read before either. */
function unreadable({ data, run }: WizardState): Problem | undefined {
  return run.kind === 'failed' && data === undefined ? run.problem : undefined;
}

/** Something else than the step is read: on a low terminal it gets the lines of the question, too. */
function isCovered(state: WizardState): boolean {
  const isOpen = state.overlay.kind !== 'none' || state.log !== undefined;
  return isOpen || unreadable(state) !== undefined || positionOf(state).view.kind === 'timeline';
}

/** Lines above the body: header, tabs, headline, rule, question. */
export function bodyTop({ headline, sentences }: Pick<Layout, 'headline' | 'sentences'>): number {
  return 3 + headline.length + sentences.length;
}

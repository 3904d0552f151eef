import { linkLines } from '#components/link-lines.ts';
import { emptyLine, type Line } from '#components/line.ts';
import { clamp, clampScroll, windowTop } from '#components/scroll.ts';
import type { Block, ListRow, ScreenModel } from '#presentation/blocks.ts';
import { publishedGuide } from '#presentation/published-guide.ts';
import { currentMesh, shownFacts } from '../state/shown.ts';
import { positionOf, type ScreenPosition, type WizardState } from '../state/state.ts';
import { timelineLayout, type TimelineLayout } from '../timeline/layout.ts';
import { timelineDataOf } from '../timeline/scale.ts';
import type { Display } from './display.ts';
import { halves, shapeOf, shareHeight } from './geometry.ts';
import type { MoreLines } from './models.ts';
import { rowsShown } from './row-filter.ts';

/** The rows of a list that pass the filter, and which of them are seen. */
export interface ListLayout {
  readonly rows: readonly ListRow[];
  readonly selected: number;
  readonly top: number;
  readonly height: number;
  readonly focused: boolean;
}

/** A pane of text: all its lines, and which are seen. */
export interface PaneLayout {
  readonly kind: 'overview' | 'detail';
  readonly lines: readonly Line[];
  readonly scroll: number;
  /** Lines below the title. */
  readonly height: number;
  readonly focused: boolean;
}

/** A step: its list, the panes, and on the verdict the time line. */
export interface MainLayout {
  readonly kind: 'main';
  readonly model?: ScreenModel;
  readonly selected?: ListRow;
  readonly list: ListLayout;
  readonly listWidth: number;
  /** Rows that the filter hides; undefined without one. A filter takes a line to say so. */
  readonly hidden?: number;
  /** Under the list. */
  readonly lower: PaneLayout;
  /** Beside the list. */
  readonly side?: PaneLayout;
  /** Across the foot of the body. */
  readonly timeline?: TimelineLayout;
  /** There is a time line, whether or not it has room now: Tab gives it the keys, and room. */
  readonly hasTimeline: boolean;
  /** Lines of the list and its panes. */
  readonly height: number;
}

const emptyModel: ScreenModel = { question: '', looked: '', rows: [], overview: [] };

/** `now`: RFC 3339; ages are relative to it. */
export function mainLayout(
  state: WizardState,
  model: ScreenModel | undefined,
  bodyHeight: number,
  now: string,
  display: Display,
): MainLayout {
  const { models, size } = display;
  const texts = display.texts(state.language);
  const isWide = shapeOf(size) === 'wide';
  const { left, right } = isWide ? halves(size.columns) : { left: size.columns, right: size.columns };
  const position = positionOf(state);
  const { view } = position;
  const data = timelineDataOn(state);
  const area = { columns: size.columns, bodyHeight };
  const timeline =
    data === undefined
      ? undefined
      : timelineLayout(data, state.timeline, view.kind === 'timeline', area, texts, now);
  const height = Math.max(0, bodyHeight - (timeline === undefined ? 0 : timeline.height + 1));

  const all = model?.rows ?? [];
  const rows = rowsShown(all, position.filter);
  const index = indexOf(rows, position);
  const selected = rows[index];
  const isDetail = view.kind === 'detail' && selected !== undefined;
  const overview = models.overview(model ?? emptyModel, walkBlocks(state, display), left);
  const detail =
    selected !== undefined && (isDetail || isWide)
      ? models.detail(selected, right, guideLink(state, right, display))
      : [];
  const isRead = isDetail && !isWide;
  const lowerLines = isRead ? detail : overview;
  const headRows = position.filter === 'all' ? 0 : 1;
  const share = shareHeight(height - headRows, rows.length, lowerLines.length, isRead ? 'pane' : 'list');
  return {
    kind: 'main',
    ...(model === undefined ? {} : { model }),
    ...(selected === undefined ? {} : { selected }),
    list: {
      rows,
      selected: index,
      top: windowTop(position.top, index, share.list, rows.length),
      height: share.list,
      focused: view.focus === 'list',
    },
    listWidth: left,
    ...(headRows === 0 ? {} : { hidden: all.length - rows.length }),
    lower: isRead ? pane('detail', detail, share.pane) : pane('overview', overview, share.pane),
    ...(isWide && selected !== undefined ? { side: pane('detail', detail, Math.max(0, height - 1)) } : {}),
    ...(timeline === undefined ? {} : { timeline }),
    hasTimeline: data !== undefined,
    height,
  };

  function pane(kind: PaneLayout['kind'], lines: readonly Line[], paneHeight: number): PaneLayout {
    const isOpen = view.kind === (kind === 'detail' ? 'detail' : 'step');
    return {
      kind,
      lines,
      height: paneHeight,
      scroll: isOpen ? clampScroll(view.scroll, paneHeight, lines.length) : 0,
      focused: view.focus === kind,
    };
  }
}

/** The pane that has the keys, if not the list. */
export function focusedPane({ lower, side }: Pick<MainLayout, 'lower' | 'side'>): PaneLayout | undefined {
  return [lower, side].find((pane) => pane?.focused === true);
}

/** What the time line of the verdict shows. */
function timelineDataOn(state: WizardState) {
  if (state.screen !== 'verdict') return undefined;
  return timelineDataOf(currentMesh(state), shownFacts(state)?.diagnosis.readAt ?? '');
}

function indexOf(rows: readonly ListRow[], { index, key }: Pick<ScreenPosition, 'index' | 'key'>): number {
  // As long as no row came or went, it stands where it stood.
  if (key !== undefined && rows[index]?.key === key) return index;
  const byKey = key === undefined ? -1 : rows.findIndex((row) => row.key === key);
  return byKey >= 0 ? byKey : clamp(index, 0, Math.max(0, rows.length - 1));
}

/** The first screen says what the walk is, until the first step is taken. */
function walkBlocks({ language, screen, walk }: WizardState, { texts }: Display): readonly Block[] {
  if (screen !== 'health' || walk !== 'new') return [];
  return [{ kind: 'list', items: texts(language).ui.walk }];
}

/** Under a detail: where the published guide tells of it. */
function guideLink(state: WizardState, width: number, { texts }: Display): MoreLines {
  const { language, screen } = state;
  const flavour = currentMesh(state)?.mesh.flavour ?? 'osm-edge';
  const label = texts(language).ui.guide.published;
  return {
    key: `${screen} ${flavour} ${label}`,
    lines: () => [emptyLine, ...linkLines(label, publishedGuide(screen, flavour), width)],
  };
}

import { sentenceLines } from '#components/layout.ts';
import { textWidth } from '#presentation/text-width.ts';
import { linkLines } from '#components/link-lines.ts';
import { emptyLine, justify, type Line, plainLine } from '#components/line.ts';
import type { PaneView } from '#components/pane.tsx';
import type { ListView } from '#components/row-lines.ts';
import { clamp, clampScroll, windowTop } from '#components/scroll.ts';
import type { Symbols } from '#components/symbols.ts';
import type { MeshDiagnosis } from '#diagnosis/diagnosis.ts';
import type { Block, ListRow, ScreenModel } from '#presentation/blocks.ts';
import { sanitizeLine } from '#presentation/sanitize.ts';
import { publishedGuide } from '#presentation/published-guide.ts';
import type { Texts } from '#i18n/texts.ts';
import { fixedRows, isCovered, statusHeightOf } from '../layout/body-room.ts';
import { rowsShown } from '../layout/row-filter.ts';
import { halves, shapeOf, type Shape, shareHeight, type Size, topRoom } from '../layout/geometry.ts';
import { headlineLines } from '../layout/headline-lines.ts';
import { leftOutTags } from './left-out-tags.ts';
import { currentMesh, shownFacts } from '../state/shown.ts';
import { logView, type LogView } from '../log/view.ts';
import type { BlockLayout, Models, MoreLines } from '../layout/models.ts';
import { displayedTime } from '../layout/displayed-time.ts';
import { readLabel } from '../layout/read-label.ts';
import type { WizardPorts } from '../ports/ports.ts';
import { pageView } from './page-view.ts';
import { needleOf } from '../search/needle.ts';
import { placeOf, queryOf, type SeverityFilter, type WizardState } from '../state/state.ts';
import { happenedIn } from '../timeline/scale.ts';
import { type TimelineView, timelineView } from '../timeline/view.ts';

/**
 * What the state looks like on a terminal of a size: the reducer needs it to move and to scroll, the app draws it.
 * Pure but for the memory of `models`.
 */
export interface View {
  readonly size: Size;
  readonly shape: Shape;
  /** Facts come from a snapshot file: there is nothing to read again. */
  readonly isReplay: boolean;
  readonly texts: Texts;
  readonly mesh?: MeshDiagnosis;
  readonly model?: ScreenModel;
  readonly selected?: ListRow;
  readonly headline: readonly Line[];
  /** Question and what was looked at. */
  readonly sentences: readonly Line[];
  /** Lines of the status line: a long note has two. */
  readonly statusHeight: number;
  /** Lines between what stands above and below the body. */
  readonly bodyHeight: number;
  readonly listWidth: number;
  readonly list: ListView;
  /** Stands over the list when some rows are hidden: which are shown, and how many are not. */
  readonly listHead?: string;
  /** Under the list. */
  readonly lower?: PaneView;
  /** Beside the list. */
  readonly side?: PaneView;
  /** Covers the body: the log view. */
  readonly log?: LogView;
  /** Covers the body: the key overlay or the guide. */
  readonly page?: PaneView;
  /** Across the foot of the body. */
  readonly timeline?: TimelineView;
  /** There is a time line, whether or not it has room now: Tab gives it the keys, and room. */
  readonly hasTimeline: boolean;
  /** Lines of the body that are left for the list and its panes. */
  readonly mainHeight: number;
}

export interface ViewParts {
  readonly ports: Pick<WizardPorts, 'texts' | 'headline' | 'logs'>;
  readonly models: Models;
  readonly symbols: Symbols;
  readonly layout: BlockLayout;
  /** Set for a replayed snapshot. */
  readonly file?: string;
}

export function viewOf(state: WizardState, size: Size, parts: ViewParts): View {
  const { symbols, models, ports, file } = parts;
  const texts = ports.texts(state.language);
  const shape = shapeOf(size);
  const { left, right } =
    shape === 'wide' ? halves(size.columns) : { left: size.columns, right: size.columns };
  const room = topRoom(size.rows);
  const mesh = currentMesh(state);
  const shown = shownFacts(state);
  const run = shown?.diagnosis;
  const changes = mesh === undefined ? undefined : shown?.changes?.get(mesh.mesh.namespace);
  const readAt = run?.readAt ?? '';
  const now = file === undefined ? displayedTime(state.now, readAt) : readAt;
  const model =
    mesh === undefined || run === undefined
      ? undefined
      : models.model(state.screen, {
          diagnosis: mesh,
          run,
          texts,
          language: state.language,
          now,
          width: Math.min(left, right),
          history: state.history,
          ...(changes === undefined ? {} : { changes }),
        });

  const headline = room.headline === 0 ? [] : headlineLines(state, size, parts);
  const sentences = room.sentence === 1 && isCovered(state) ? [] : sentenceRows();
  const statusHeight = statusHeightOf(state, texts, size.columns);
  const bodyHeight = Math.max(0, size.rows - fixedRows - headline.length - sentences.length - statusHeight);
  const timeline = timelineView(state, size, bodyHeight, { texts, symbols, now });
  const mainHeight = Math.max(0, bodyHeight - (timeline === undefined ? 0 : timeline.pane.height + 1));
  const place = placeOf(state);
  const all = model?.rows ?? [];
  const rows = rowsShown(all, place.filter);
  const listHead = headOf(place.filter, all.length - rows.length);
  const index = indexOf(rows, place);
  const selected = rows[index];
  const isDetail = place.view.kind === 'detail' && selected !== undefined;
  const overview = models.overview(model ?? emptyModel, walkBlocks(), left);
  const showsDetail = selected !== undefined && (isDetail || shape === 'wide');
  const detail = showsDetail ? models.detail(selected, right, guideLink(right)) : [];
  const lowerLines = shape === 'wide' || !isDetail ? overview : detail;
  const share = shareHeight(
    mainHeight - (listHead === undefined ? 0 : 1),
    rows.length,
    lowerLines.length,
    isDetail && shape !== 'wide' ? 'pane' : 'list',
  );
  const position = texts.ui.panes.position;
  const page = pageView(state, texts, parts, { width: size.columns, height: bodyHeight - 1 });

  const log =
    state.log === undefined
      ? undefined
      : logView(state.log, {
          texts,
          symbols,
          size: { width: size.columns, height: bodyHeight - 1 },
          isLive: ports.logs !== undefined,
          ...(state.search === undefined ? {} : { needle: needleOf(queryOf(state.search)) }),
          now,
          clock: state.now,
        });

  return {
    size,
    shape,
    isReplay: file !== undefined,
    texts,
    ...(mesh === undefined ? {} : { mesh }),
    ...(model === undefined ? {} : { model }),
    ...(selected === undefined ? {} : { selected }),
    headline,
    sentences,
    statusHeight,
    bodyHeight,
    listWidth: left,
    list: {
      rows,
      selected: index,
      top: windowTop(place.top, index, share.list, rows.length),
      height: share.list,
      focused: place.view.focus === 'list',
      empty: emptyWords(),
      tagOf: leftOutTags(state, mesh, texts),
    },
    ...(listHead === undefined ? {} : { listHead }),
    lower: isDetail && shape !== 'wide' ? detailPane(share.pane) : overviewPane(share.pane),
    ...(shape === 'wide' && selected !== undefined ? { side: detailPane(Math.max(0, mainHeight - 1)) } : {}),
    ...(log === undefined ? {} : { log }),
    ...(page === undefined ? {} : { page }),
    ...(timeline === undefined ? {} : { timeline }),
    hasTimeline: state.screen === 'verdict' && happenedIn(mesh, readAt) !== undefined,
    mainHeight,
  };

  /** What a list without rows says. */
  function emptyWords(): string {
    if (model === undefined) return '';
    return all.length === 0 ? texts.ui.panes.noRows : texts.ui.filters.empty(all.length);
  }

  function headOf(filter: SeverityFilter, hidden: number): string | undefined {
    return filter === 'all' ? undefined : texts.ui.filters.head(texts.ui.filters.names[filter], hidden);
  }

  function sentenceRows(): readonly Line[] {
    const question = model?.question ?? texts.steps.steps[state.screen].question;
    const looked = model?.looked ?? '';
    const read = readLabel(state, texts, file);
    // On one line, what was looked at comes before when.
    const fits = textWidth(looked) + textWidth(read) + 2 <= size.columns;
    const label = room.sentence > 1 || fits ? read : '';
    const asked = sentenceLines(question, size.columns, room.sentence, symbols, 'strong');
    const width = size.columns - textWidth(label) - 2;
    const [first = [], ...further] = sentenceLines(looked, width, room.sentence, symbols);
    return [...asked, justify(first, plainLine(label, 'dim'), size.columns, symbols.ellipsis), ...further];
  }

  /** The first screen says what the walk is, until the first step is taken. */
  function walkBlocks(): readonly Block[] {
    if (state.screen !== 'health' || state.walk !== 'new') return [];
    return [{ kind: 'list', items: texts.ui.walk }];
  }

  /** Under a detail: where the published guide tells of it. */
  function guideLink(width: number): MoreLines {
    const { screen } = state;
    const flavour = mesh?.mesh.flavour ?? 'osm-edge';
    const label = texts.ui.guide.published;
    return {
      key: `${screen} ${flavour} ${label}`,
      lines: () => [emptyLine, ...linkLines(label, publishedGuide(screen, flavour), width)],
    };
  }

  function overviewPane(height: number): PaneView {
    const isFocused = place.view.kind === 'step' && place.view.focus === 'overview';
    const scroll = place.view.kind === 'step' ? clampScroll(place.view.scroll, height, overview.length) : 0;
    return { title: texts.ui.panes.overview, lines: overview, scroll, height, focused: isFocused, position };
  }

  function detailPane(height: number): PaneView {
    const isFocused = place.view.kind === 'detail' && place.view.focus === 'detail';
    const scroll = place.view.kind === 'detail' ? clampScroll(place.view.scroll, height, detail.length) : 0;
    const title = selected?.id ?? sanitizeLine(selected?.subject ?? texts.ui.panes.detail);
    return { title, lines: detail, scroll, height, focused: isFocused, position };
  }
}

const emptyModel: ScreenModel = { question: '', looked: '', rows: [], overview: [] };

function indexOf(rows: readonly ListRow[], place: { readonly key?: string; readonly index: number }): number {
  // As long as no row came or went, it stands where it stood.
  if (place.key !== undefined && rows[place.index]?.key === place.key) return place.index;
  const byKey = place.key === undefined ? -1 : rows.findIndex(({ key }) => key === place.key);
  return byKey >= 0 ? byKey : clamp(place.index, 0, Math.max(0, rows.length - 1));
}

/** The pane that has the keys, if not the list. */
export function focusedPane(view: View): PaneView | undefined {
  return [view.lower, view.side].find((pane) => pane?.focused === true);
}

/** Lines above the body: header, tabs, headline, rule, question. */
export function bodyTop({ headline, sentences }: Pick<View, 'headline' | 'sentences'>): number {
  return 3 + headline.length + sentences.length;
}

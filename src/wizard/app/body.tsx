import { Box } from 'ink';
import type { Highlight } from '#components/highlight.ts';
import { emptyLine, plainLine } from '#components/line.ts';
import { Lines } from '#components/lines.ts';
import { LogPane } from '#components/log-pane.tsx';
import { Pane, type PaneView } from '#components/pane.tsx';
import { RowList } from '#components/row-list.tsx';
import { useTheme } from '#components/theme.tsx';
import { type DialogView, problemLines } from '../view/dialog-view.ts';
import { halves } from '../layout/geometry.ts';
import type { Frame } from '../store/store.ts';
import type { TimelineView } from '../timeline/view.ts';
import type { View } from '../view/view.ts';

/** What stands between the question and the status line: an overlay, or the list and its panes. */
export function Body(props: {
  readonly frame: Frame;
  readonly dialog?: DialogView;
  /** Marks what a search found, in what has the focus. */
  readonly highlight?: Highlight;
}) {
  const { dialog, highlight } = props;
  const frame = highlight === undefined ? props.frame : withHighlight(props.frame, highlight);
  const { state, view } = frame;
  const { symbols } = useTheme();
  const width = view.size.columns;
  if (view.page !== undefined) return <Pane pane={view.page} width={width} />;
  if (dialog !== undefined) return <Pane pane={dialogPane(dialog, view)} width={width} />;
  if (view.log !== undefined) return <LogPane {...view.log} width={width} />;
  if (state.run.kind === 'failed' && state.data === undefined) {
    const lines = problemLines(state.run.problem, view.texts, symbols, {
      width,
      height: view.bodyHeight - 1,
    });
    return <Pane pane={dialogPane({ title: view.texts.ui.problem.title, lines }, view)} width={width} />;
  }
  return (
    <Box flexDirection="column" width={width}>
      {view.mainHeight > 0 ? <Main view={view} /> : null}
      {view.timeline === undefined ? null : <Pane pane={view.timeline.pane} width={width} />}
    </Box>
  );
}

function Main({ view }: { readonly view: View }) {
  return view.shape === 'wide' ? (
    <WideBody view={view} />
  ) : (
    <ListAndPane view={view} width={view.size.columns} />
  );
}

function withHighlight(frame: Frame, highlight: Highlight): Frame {
  const { view } = frame;
  const lit = (pane: PaneView | undefined) => (pane?.focused === true ? { ...pane, highlight } : pane);
  const [lower, page, side] = [lit(view.lower), lit(view.page), lit(view.side)];
  return {
    ...frame,
    view: {
      ...view,
      ...(view.timeline === undefined ? {} : { timeline: litTimeline(view.timeline, highlight) }),
      list: view.list.focused ? { ...view.list, highlight } : view.list,
      ...(lower === undefined ? {} : { lower }),
      ...(page === undefined ? {} : { page }),
      ...(side === undefined ? {} : { side }),
    },
  };
}

/** Only the words of entries are searched. */
function litTimeline(timeline: TimelineView, highlight: Highlight): TimelineView {
  const { happened, momentOf, pane } = timeline;
  if (!pane.focused) return timeline;
  const lit: Highlight = (line, index) => {
    const moment = momentOf(index);
    return moment === undefined ? line : highlight(line, happened.moments.indexOf(moment));
  };
  return { ...timeline, pane: { ...pane, highlight: lit } };
}

function ListAndPane({ view, width }: { readonly view: View; readonly width: number }) {
  return (
    <Box flexDirection="column" width={width}>
      {view.listHead === undefined ? null : <Lines lines={[plainLine(view.listHead, 'dim')]} width={width} />}
      <RowList list={view.list} width={width} />
      {view.lower === undefined ? null : <Pane pane={view.lower} width={width} />}
    </Box>
  );
}

function WideBody({ view }: { readonly view: View }) {
  const { symbols } = useTheme();
  const { left, right } = halves(view.size.columns);
  const bars = Array.from({ length: view.mainHeight }, () => plainLine(` ${symbols.bar} `, 'dim'));
  return (
    <Box>
      <ListAndPane view={view} width={left} />
      <Lines lines={bars} width={3} />
      {view.side === undefined ? (
        <Lines lines={[emptyLine]} width={right} height={view.mainHeight} />
      ) : (
        <Pane pane={view.side} width={right} />
      )}
    </Box>
  );
}

function dialogPane({ title, lines }: DialogView, view: View): PaneView {
  return {
    title,
    lines,
    scroll: 0,
    height: view.bodyHeight - 1,
    focused: true,
    position: view.texts.ui.panes.position,
  };
}

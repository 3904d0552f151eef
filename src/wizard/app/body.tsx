import { Box } from 'ink';
import { emptyLine, plainLine } from '#components/line.ts';
import { Lines } from '#components/lines.ts';
import { LogPane } from '#components/log-pane.tsx';
import { Pane } from '#components/pane.tsx';
import { RowList } from '#components/row-list.tsx';
import { useTheme } from '#components/theme.tsx';
import { halves } from '../layout/geometry.ts';
import type { BodyView } from '../view/body.ts';
import type { MainView } from '../view/main-view.ts';

/** What stands between the question and the status line: an overlay, or the list and its panes. */
export function Body({ body, width }: { readonly body: BodyView; readonly width: number }) {
  switch (body.kind) {
    case 'page':
    case 'dialog':
    case 'problem':
      return <Pane pane={body.pane} width={width} />;
    case 'log':
      return <LogPane {...body.log} width={width} />;
    case 'main':
      return <Main main={body} width={width} />;
    default:
      return body satisfies never;
  }
}

interface MainProps {
  readonly main: MainView;
  readonly width: number;
}

function Main({ main, width }: MainProps) {
  const Step = main.isWide ? WideStep : ListAndPane;
  return (
    <Box flexDirection="column" width={width}>
      {main.height > 0 ? <Step main={main} width={width} /> : null}
      {main.timeline === undefined ? null : <Pane pane={main.timeline.pane} width={width} />}
    </Box>
  );
}

function ListAndPane({ main, width }: MainProps) {
  return (
    <Box flexDirection="column" width={width}>
      {main.listHead === undefined ? null : <Lines lines={[plainLine(main.listHead, 'dim')]} width={width} />}
      <RowList list={main.list} width={width} />
      <Pane pane={main.lower} width={width} />
    </Box>
  );
}

/** Details stand beside the list. */
function WideStep({ main, width }: MainProps) {
  const { symbols } = useTheme();
  const { left, right } = halves(width);
  const bars = Array.from({ length: main.height }, () => plainLine(` ${symbols.bar} `, 'dim'));
  return (
    <Box>
      <ListAndPane main={main} width={left} />
      <Lines lines={bars} width={3} />
      {main.side === undefined ? (
        <Lines lines={[emptyLine]} width={right} height={main.height} />
      ) : (
        <Pane pane={main.side} width={right} />
      )}
    </Box>
  );
}

import { Box } from 'ink';
import type { Line } from './line.ts';
import { Lines } from './lines.ts';
import { Rule } from './rule.tsx';

/** A log that covers the body: its name and place, how it is shown, and the lines that fit. */
export function LogPane(props: {
  readonly title: string;
  readonly note: string;
  readonly status: Line;
  readonly lines: readonly Line[];
  readonly height: number;
  readonly width: number;
}) {
  const { title, note, status, lines, height, width } = props;
  return (
    <Box flexDirection="column">
      <Rule title={title} note={note} focused width={width} />
      <Lines lines={[status]} width={width} />
      <Lines lines={lines} width={width} height={height} />
    </Box>
  );
}

import { Lines } from './lines.ts';
import { listLines, type ListView } from './row-lines.ts';
import { useTheme } from './theme.tsx';

export function RowList(props: { readonly list: ListView; readonly width: number }) {
  const { symbols } = useTheme();
  return (
    <Lines
      lines={listLines(props.list, props.width, symbols)}
      width={props.width}
      height={props.list.height}
    />
  );
}

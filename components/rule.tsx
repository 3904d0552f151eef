import { Lines } from './lines.ts';
import { ruleLine, type RuleProps } from './rule-lines.ts';
import { useTheme } from './theme.tsx';

/** A horizontal rule with texts in it; the texts are clean. */
export function Rule(props: RuleProps & { readonly width: number }) {
  const { symbols } = useTheme();
  return <Lines lines={[ruleLine(props, props.width, symbols)]} width={props.width} />;
}

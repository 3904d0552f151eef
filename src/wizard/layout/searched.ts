import { type Line, lineText } from '#components/line.ts';
import type { ListRow } from '#presentation/blocks.ts';
import { sanitizeLine } from '#presentation/sanitize.ts';
import { logSearchTarget } from '../log/searched.ts';
import type { SearchTarget } from '../search/searched.ts';
import { lookFurther, type SearchStatus, searchStatus } from '../search/status.ts';
import type { WizardState } from '../state/state.ts';
import { timelineSearchTarget } from '../timeline/searched.ts';
import type { Display } from './display.ts';
import { type Layout, layoutOf } from './layout.ts';
import { focusedPane, type ListLayout } from './main-layout.ts';

/** What has the focus, to be searched; undefined where a choice or a message covers the step. */
export function searchTargetOf(state: WizardState, { body, texts }: Layout): SearchTarget | undefined {
  switch (body.kind) {
    case 'page':
      return body.page.kind === 'copy' ? undefined : searchedLines(body, state.search?.at);
    case 'log':
      return logSearchTarget(body.log);
    case 'main': {
      if (body.timeline?.focused === true) return timelineSearchTarget(body.timeline, texts);
      const pane = focusedPane(body);
      return pane === undefined ? searchedList(body.list) : searchedLines(pane, state.search?.at);
    }
    case 'problem':
    case 'dialog':
      return undefined;
    default:
      return body satisfies never;
  }
}

/** Undefined without a search, and where there is nothing to be searched. */
export function searchStatusOf(state: WizardState, layout: Layout): SearchStatus | undefined {
  const searched = state.search && searchTargetOf(state, layout);
  return state.search && searched && searchStatus(state.search, searched);
}

/** Gives a search one turn of work. @returns whether another turn is due */
export function searchOn(state: WizardState, display: Display): boolean {
  if (state.search === undefined) return false;
  const searched = searchTargetOf(state, layoutOf(state, display));
  return searched !== undefined && lookFurther(state.search, searched);
}

function searchedList({ rows, selected }: ListLayout): SearchTarget {
  return {
    count: rows.length,
    source: rows,
    textOf: (index) => rowText(rows[index]),
    position: selected,
  };
}

/** All that a row says, even where the terminal is too narrow for it. */
function rowText(row: ListRow | undefined): string {
  if (row === undefined) return '';
  return sanitizeLine([row.id ?? '', row.subject ?? '', row.text].filter((part) => part !== '').join(' '));
}

function searchedLines(
  {
    height,
    lines,
    scroll,
  }: { readonly lines: readonly Line[]; readonly scroll: number; readonly height: number },
  at: number | undefined,
): SearchTarget {
  const isSeen = at !== undefined && at >= scroll && at < scroll + height;
  return {
    count: lines.length,
    source: lines,
    textOf: (index) => lineText(lines[index] ?? []),
    position: isSeen ? at : scroll,
  };
}

import type { TextField } from '../text-field/text-field.ts';

/** What a key asked for that can only be done when more was looked through. */
type SearchWish = 'keep' | 'next' | 'previous';

/** What is searched for, in whatever has the focus. `Origin`: what Esc goes back to. */
export type Search<Origin> = { readonly wish?: SearchWish } & (
  | {
      readonly kind: 'typing';
      readonly field: TextField;
      /** The row or line where it began. */
      readonly from: number;
      /** Line or row that it went to. */
      readonly at?: number;
      readonly origin: Origin;
    }
  | KeptSearch
);

export interface KeptSearch {
  readonly kind: 'kept';
  readonly query: string;
  readonly at?: number;
}

export function queryOf(search: Search<unknown>): string {
  return search.kind === 'typing' ? search.field.value : search.query;
}

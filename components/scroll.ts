/** The nearest first row to `top` that keeps `selected` in view. */
export function windowTop(top: number, selected: number, height: number, total: number): number {
  const shown = Math.min(Math.max(top, selected - height + 1), selected);
  return clamp(shown, 0, Math.max(0, total - height));
}

export function clamp(value: number, least: number, most: number): number {
  return Math.max(least, Math.min(value, most));
}

/** A scroll position that leaves no empty lines below the text. */
export function clampScroll(scroll: number, height: number, total: number): number {
  return clamp(scroll, 0, Math.max(0, total - height));
}

/** The known words that are most similar to `word`, the most similar first; at most `max`, none when all differ too much. */
export function suggest(word: string, known: readonly string[], max = 5): readonly string[] {
  const wanted = word.toLowerCase();
  return known
    .map((name) => ({ name, distance: distanceTo(wanted, name.toLowerCase()) }))
    .filter(({ distance, name }) => distance <= Math.max(2, Math.floor(name.length / 3)))
    .toSorted((a, b) => a.distance - b.distance || (a.name < b.name ? -1 : 1))
    .slice(0, max)
    .map(({ name }) => name);
}

/** The edit distance; at most 1 when `b` contains `a`, however much longer it is. */
function distanceTo(a: string, b: string): number {
  const distance = editDistance(a, b);
  return a.length >= 3 && b.includes(a) ? Math.min(distance, 1) : distance;
}

/** The Levenshtein distance: letters to insert, delete or change. */
function editDistance(a: string, b: string): number {
  let row = Array.from({ length: b.length + 1 }, (_, index) => index);
  for (const [i, letter] of Array.from(a).entries()) {
    const next = [i + 1];
    for (const [j, other] of Array.from(b).entries()) {
      const change = (row[j] ?? 0) + (letter === other ? 0 : 1);
      next.push(Math.min(change, (row[j + 1] ?? 0) + 1, (next[j] ?? 0) + 1));
    }
    row = next;
  }
  return row.at(-1) ?? 0;
}

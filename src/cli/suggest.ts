/** The known words that look most like `word`, the suggest first; none when nothing is near. */
export function suggest(word: string, known: readonly string[], max = 5): readonly string[] {
  const wanted = word.toLowerCase();
  return known
    .map((name) => ({ name, distance: farness(wanted, name.toLowerCase()) }))
    .filter(({ distance, name }) => distance <= Math.max(2, Math.floor(name.length / 3)))
    .toSorted((a, b) => a.distance - b.distance || (a.name < b.name ? -1 : 1))
    .slice(0, max)
    .map(({ name }) => name);
}

/** A word that holds the other is near, however much longer it is. */
function farness(a: string, b: string): number {
  const distance = editDistance(a, b);
  return a.length >= 3 && b.includes(a) ? Math.min(distance, 1) : distance;
}

/** Letters to insert, delete or change (Levenshtein), one row of the table at a time. */
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

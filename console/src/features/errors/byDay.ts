/** Rows under the day, in the browser's zone, on which they happened; in the order in which they came. */
export function byDay<T extends { at: string }>(rows: readonly T[]): [day: string, rows: T[]][] {
  const days = new Map<string, T[]>();
  for (const row of rows) {
    const at = new Date(row.at);
    const day = [at.getFullYear(), at.getMonth() + 1, at.getDate()].map((part) => String(part).padStart(2, '0')).join('-');
    const known = days.get(day);
    if (known) known.push(row);
    else days.set(day, [row]);
  }
  return [...days];
}

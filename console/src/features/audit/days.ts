/** Midnight of a day (`2026-11-20`) in the browser's zone as the API wants it, some days later; undefined for no day. */
export function dayStart(day: string, later = 0): string | undefined {
  const [year, month, date] = day.split('-').map(Number);
  if (!year || !month || !date) return undefined;
  const start = new Date(year, month - 1, date + later);
  return Number.isNaN(start.getTime()) ? undefined : start.toISOString();
}

/** The last days of the browser's zone, today among them, as the API is asked for them. */
export function rangeOf(now: Date, days: number): { from: string; to: string; zone: string } {
  const from = new Date(now);
  from.setDate(from.getDate() - days + 1);
  return { from: dayOf(from), to: dayOf(now), zone: zoneOf(-now.getTimezoneOffset()) };
}

/** An offset in minutes as `+08:00`; a quarter of an hour is rounded down, for sums are kept by half hours. */
export function zoneOf(minutes: number): string {
  const half = Math.trunc(minutes / 30) * 30;
  const two = (value: number) => String(Math.floor(value)).padStart(2, '0');
  return `${half < 0 ? '-' : '+'}${two(Math.abs(half) / 60)}:${two(Math.abs(half) % 60)}`;
}

function dayOf(date: Date): string {
  const two = (value: number) => String(value).padStart(2, '0');
  return `${date.getFullYear()}-${two(date.getMonth() + 1)}-${two(date.getDate())}`;
}

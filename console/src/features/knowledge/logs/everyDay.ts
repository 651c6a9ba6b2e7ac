import type { BaseInsights } from '../types';

type Day = BaseInsights['per_day'][number];

/** One row for each day up to today, in the server's days (UTC); days on which nothing was asked stand at nought. */
export function everyDay(days: number, perDay: readonly Day[], now: Date): Day[] {
  const known = new Map(perDay.map((one) => [one.day, one]));
  return Array.from({ length: days }, (_, at) => {
    const day = new Date(now.getTime() - (days - 1 - at) * 86_400_000).toISOString().slice(0, 10);
    return known.get(day) ?? { day, queries: 0, unanswered: 0 };
  });
}

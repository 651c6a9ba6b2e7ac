import i18n from 'i18next';
import { relativeTime } from '../../../ui/format';

export const day = 86_400_000;

/** Whole days between a time and `now`, in milliseconds. */
export const daysSince = (at: string, now: number): number => Math.floor((now - Date.parse(at)) / day);

/** `12 min ago` within a day, else `41 days ago`: how old a drill is matters more than its date. */
export function daysAgo(at: string, now: number): string {
  const days = daysSince(at, now);
  return days < 1 ? relativeTime(at, new Date(now)) : i18n.t('operations:days_ago', { count: days });
}

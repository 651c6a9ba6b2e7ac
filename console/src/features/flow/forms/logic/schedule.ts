import { readCron, type Cron } from './cron';
import { record, text, texts } from './reading';

/** A time on a clock of a zone. */
export interface LocalTime {
  /** `2026-11-22 09:00`, as that zone's clocks show it. */
  text: string;
  at: Date;
}

/** `09:30 PM` as minutes since midnight; undefined for anything else. */
export function minutesOf(time: string): number | undefined {
  const found = /^\s*(\d{1,2}):(\d{2})\s*([AaPp][Mm])?\s*$/.exec(time);
  if (!found) return undefined;
  const [hour, minute] = [Number(found[1]), Number(found[2])];
  const half = found[3]?.toLowerCase();
  if (minute > 59 || (half ? hour < 1 || hour > 12 : hour > 23)) return undefined;
  return ((half ? hour % 12 : hour) + (half === 'pm' ? 12 : 0)) * 60 + minute;
}

/** `21:30` as the DSL writes it: `09:30 PM`. */
export function dslTime(clock: string): string {
  const minutes = minutesOf(clock) ?? 0;
  const hour = Math.floor(minutes / 60);
  return `${two(hour % 12 || 12)}:${two(minutes % 60)} ${hour < 12 ? 'AM' : 'PM'}`;
}

/** `09:30 PM` as a field for times has it: `21:30`. */
export function clockTime(time: string): string {
  const minutes = minutesOf(time) ?? 9 * 60;
  return `${two(Math.floor(minutes / 60))}:${two(minutes % 60)}`;
}

/** The expression of a schedule, whether it was written or chosen. */
export function cronOf(data: Record<string, unknown>): string {
  if (data.mode === 'cron') return text(data.cron_expression);
  const config = record(data.visual_config);
  const minutes = minutesOf(text(config.time)) ?? 0;
  const at = `${minutes % 60} ${Math.floor(minutes / 60)}`;
  switch (data.frequency) {
    case 'hourly': return `${Number(config.on_minute ?? 0)} * * * *`;
    case 'weekly': return `${at} * * ${texts(config.weekdays).join(',')}`;
    case 'monthly': {
      const days = Array.isArray(config.monthly_days) ? config.monthly_days as unknown[] : [];
      return `${at} ${days.map((day) => (day === 'last' ? 'L' : String(day))).join(',')} * *`;
    }
    default: return `${at} * * *`;
  }
}

/** The next times of an expression in a zone, the soonest first; undefined when the expression or the zone is none. */
export function nextTimes(expression: string, zone: string, from: Date, count: number): LocalTime[] | undefined {
  const cron = readCron(expression);
  const clock = cron && zoneClock(zone);
  if (!cron || !clock) return undefined;
  const found: LocalTime[] = [];
  const [minutes, hours] = [sorted(cron.minutes), sorted(cron.hours)];
  const today = clock(from);
  // Four years hold every day that there is.
  for (let day = 0; day < 1462 && found.length < count; day++) {
    const date = new Date(Date.UTC(today.year, today.month - 1, today.day + day));
    if (!isDay(cron, date)) continue;
    for (const hour of hours) {
      for (const minute of minutes) {
        const at = instant(date, hour, minute, clock);
        if (at && at > from && found.length < count) {
          found.push({ at, text: `${date.toISOString().slice(0, 10)} ${two(hour)}:${two(minute)}` });
        }
      }
    }
  }
  return found;
}

function isDay(cron: Cron, date: Date): boolean {
  if (!cron.months.has(date.getUTCMonth() + 1)) return false;
  const isLast = new Date(Date.UTC(date.getUTCFullYear(), date.getUTCMonth(), date.getUTCDate() + 1)).getUTCDate() === 1;
  const byDay = cron.days.has(date.getUTCDate()) || (cron.lastDay && isLast);
  const byWeekday = cron.weekdays.has(date.getUTCDay());
  return cron.eitherDay ? byDay || byWeekday : byDay && byWeekday;
}

interface ClockTime {
  year: number;
  month: number;
  day: number;
  hour: number;
  minute: number;
}

/** What the clocks of a zone show; undefined for a zone that the browser does not know. */
function zoneClock(zone: string): ((at: Date) => ClockTime) | undefined {
  try {
    const format = new Intl.DateTimeFormat('en-US', {
      timeZone: zone, hourCycle: 'h23', year: 'numeric', month: 'numeric', day: 'numeric', hour: 'numeric', minute: 'numeric',
    });
    return (at) => Object.fromEntries(format.formatToParts(at).map(({ type, value }) => [type, Number(value)])) as unknown as ClockTime;
  } catch {
    return undefined;
  }
}

/** When the clocks show that; undefined for an hour that a change of the clocks leaves out. */
function instant(date: Date, hour: number, minute: number, clock: (at: Date) => ClockTime): Date | undefined {
  const wanted = date.getTime() + (hour * 60 + minute) * 60_000;
  let at = wanted;
  // Twice: the first guess may stand on the other side of a change.
  for (let time = 0; time < 2; time++) {
    const shown = clock(new Date(at));
    at += wanted - Date.UTC(shown.year, shown.month - 1, shown.day, shown.hour, shown.minute);
  }
  const shown = clock(new Date(at));
  return shown.hour === hour && shown.minute === minute ? new Date(at) : undefined;
}

const two = (value: number): string => String(value).padStart(2, '0');
const sorted = (set: ReadonlySet<number>): number[] => [...set].sort((one, other) => one - other);

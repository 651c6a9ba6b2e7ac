/** The minutes, hours, days, months and weekdays at which something happens. */
export interface Cron {
  minutes: ReadonlySet<number>;
  hours: ReadonlySet<number>;
  days: ReadonlySet<number>;
  /** The last day of the month, whichever it is. */
  lastDay: boolean;
  months: ReadonlySet<number>;
  /** 0 is Sunday. */
  weekdays: ReadonlySet<number>;
  /** Whether days and weekdays are both named: then either will do. */
  eitherDay: boolean;
}

const months = ['jan', 'feb', 'mar', 'apr', 'may', 'jun', 'jul', 'aug', 'sep', 'oct', 'nov', 'dec'];
const weekdays = ['sun', 'mon', 'tue', 'wed', 'thu', 'fri', 'sat'];
const shortcuts: Record<string, string> = {
  '@hourly': '0 * * * *', '@daily': '0 0 * * *', '@midnight': '0 0 * * *', '@weekly': '0 0 * * 0', '@monthly': '0 0 1 * *',
  '@yearly': '0 0 1 1 *', '@annually': '0 0 1 1 *',
};

/** Reads an expression of five fields; undefined when it is none. */
export function readCron(expression: string): Cron | undefined {
  const fields = (shortcuts[expression.trim().toLowerCase()] ?? expression).trim().split(/\s+/);
  if (fields.length !== 5) return undefined;
  const [minute, hour, day, month, weekday] = fields as [string, string, string, string, string];
  const lastDay = day.split(',').some((part) => part.toLowerCase() === 'l');
  const plainDays = day.split(',').filter((part) => part.toLowerCase() !== 'l').join(',');
  const read = {
    minutes: values(minute, 0, 59), hours: values(hour, 0, 23), days: plainDays === '' ? new Set<number>() : values(plainDays, 1, 31),
    months: values(month, 1, 12, months, 1), weekdays: values(weekday, 0, 7, weekdays, 0),
  };
  if (!read.minutes || !read.hours || !read.days || !read.months || !read.weekdays) return undefined;
  if (read.weekdays.has(7)) read.weekdays.add(0);
  const isAny = (field: string) => field.startsWith('*') || field === '?';
  return {
    minutes: read.minutes, hours: read.hours, days: read.days, lastDay, months: read.months, weekdays: read.weekdays,
    eitherDay: !isAny(day) && !isAny(weekday),
  };
}

/** `1-5`, `star/15`, `mon,wed`: the numbers of a field. */
function values(field: string, least: number, most: number, names: readonly string[] = [], first = 0): Set<number> | undefined {
  const found = new Set<number>();
  const number = (text: string): number => {
    const at = names.indexOf(text.toLowerCase());
    return at >= 0 ? at + first : /^\d+$/.test(text) ? Number(text) : Number.NaN;
  };
  for (const part of field.split(',')) {
    const [range, step = '1', ...more] = part.split('/');
    if (more.length > 0 || !/^[1-9]\d*$/.test(step) || !range) return undefined;
    const [from, to, ...rest] = range === '*' || range === '?' ? [least, most] : range.split('-').map(number);
    const end = to ?? (part.includes('/') ? most : from);
    if (rest.length > 0 || from === undefined || end === undefined || !(from >= least && end <= most && from <= end)) return undefined;
    for (let at = from; at <= end; at += Number(step)) found.add(at);
  }
  return found;
}

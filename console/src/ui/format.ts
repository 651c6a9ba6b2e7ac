import i18n from 'i18next';

// The only module that turns numbers and times into text.
const language = () => i18n.language || 'en';
const cache = new Map<string, Intl.NumberFormat>();

function numberFormat(options: Intl.NumberFormatOptions): Intl.NumberFormat {
  const key = language() + JSON.stringify(options);
  let format = cache.get(key);
  if (!format) cache.set(key, (format = new Intl.NumberFormat(language(), options)));
  return format;
}

/** `24,961`. Nothing becomes `–`. */
export function count(value: number | null | undefined): string {
  return value === null || value === undefined ? '–' : numberFormat({ maximumFractionDigits: 2 }).format(value);
}

/** A large count for prose and strips: `192 M`, in Chinese by 10^4 and 10^8; below a million exact. */
export function bigCount(value: number | null | undefined): string {
  if (value === null || value === undefined) return '–';
  if (Math.abs(value) < 1e6) return count(value);
  const [medium, large] = language().startsWith('zh') ? [1e4, 1e8] as const : [1e6, 1e9] as const;
  const unit = Math.abs(value) >= large ? 'large' : 'medium';
  const shown = value / (unit === 'large' ? large : medium);
  const digits = Math.abs(shown) >= 1000 ? 4 : 3;
  return `${numberFormat({ maximumSignificantDigits: digits }).format(shown)} ${i18n.t(`common:unit.${unit}`)}`;
}

/** A fraction as percent with one decimal: `3.2 %`. */
export function percent(fraction: number | null | undefined): string {
  return fraction === null || fraction === undefined
    ? '–'
    : `${numberFormat({ maximumFractionDigits: 1 }).format(fraction * 100)} %`;
}

/** Binary sizes: `812 KB`, `4.2 MB`. */
export function bytes(value: number | null | undefined): string {
  if (value === null || value === undefined) return '–';
  const units = ['B', 'KB', 'MB', 'GB', 'TB'];
  let size = value;
  let unit = 0;
  while (size >= 1024 && unit < units.length - 1) {
    size /= 1024;
    unit++;
  }
  const digits = unit === 0 || size >= 100 ? 0 : 1;
  return `${numberFormat({ minimumFractionDigits: digits, maximumFractionDigits: digits }).format(size)} ${units[unit]}`;
}

/** Money in the currency of its price table; four decimals under 0.01. The server sends decimal strings. */
export function money(amount: number | string | null | undefined, currency = 'CNY'): string {
  if (amount === null || amount === undefined) return '–';
  const value = Number(amount);
  const digits = value !== 0 && Math.abs(value) < 0.01 ? 4 : 2;
  return numberFormat({
    style: 'currency', currency, currencyDisplay: 'narrowSymbol',
    minimumFractionDigits: digits, maximumFractionDigits: digits,
  }).format(value);
}

/** Seconds as `38 ms`, `0.42 s`, `1 min 20 s`, `12 d 4 h`. */
export function duration(seconds: number | null | undefined): string {
  if (seconds === null || seconds === undefined) return '–';
  if (seconds > 0 && seconds < 0.1) return `${Math.max(1, Math.round(seconds * 1000))} ms`;
  if (seconds < 60) return `${numberFormat({ maximumFractionDigits: seconds < 10 ? 2 : 0 }).format(seconds)} s`;
  const whole = Math.round(seconds);
  const parts: [string, number][] = [
    ['day', Math.floor(whole / 86_400)], ['hour', Math.floor(whole / 3600) % 24],
    ['minute', Math.floor(whole / 60) % 60], ['second', whole % 60],
  ];
  const first = parts.findIndex(([, value]) => value > 0);
  return parts.slice(first, first + 2).filter(([, value]) => value > 0)
    .map(([unit, value]) => i18n.t(`common:duration.${unit}`, { value })).join(' ');
}

/** For lists, in the browser's zone: `11-20 09:14` this year, else `2026-11-20`. */
export function listTime(at: string | number | Date | null | undefined, now = new Date()): string {
  const time = toDate(at);
  if (!time) return '–';
  const date = `${two(time.getMonth() + 1)}-${two(time.getDate())}`;
  if (time.getFullYear() !== now.getFullYear()) return `${time.getFullYear()}-${date}`;
  return `${date} ${two(time.getHours())}:${two(time.getMinutes())}`;
}

/** `12 min ago` under 24 hours, else as in lists. */
export function relativeTime(at: string | number | Date | null | undefined, now = new Date()): string {
  const time = toDate(at);
  if (!time) return '–';
  const seconds = (now.getTime() - time.getTime()) / 1000;
  if (seconds < -60 || seconds >= 86_400) return listTime(time, now);
  if (seconds < 60) return i18n.t('common:ago.now');
  if (seconds < 3600) return i18n.t('common:ago.minutes', { value: Math.floor(seconds / 60) });
  return i18n.t('common:ago.hours', { value: Math.floor(seconds / 3600) });
}

/** For a hover: zone, UTC and epoch of a time. */
export function exactTime(at: string | number | Date | null | undefined): string {
  const time = toDate(at);
  if (!time) return '';
  const zone = Intl.DateTimeFormat().resolvedOptions().timeZone;
  const local = `${time.getFullYear()}-${two(time.getMonth() + 1)}-${two(time.getDate())} `
    + `${two(time.getHours())}:${two(time.getMinutes())}:${two(time.getSeconds())}`;
  return `${local} ${zone}\n${time.toISOString()}\n${Math.floor(time.getTime() / 1000)}`;
}

/** `09:14` of today's clock. */
export function clock(at: string | number | Date): string {
  const time = toDate(at);
  return time ? `${two(time.getHours())}:${two(time.getMinutes())}` : '–';
}

const two = (value: number) => String(value).padStart(2, '0');

// Dialects send epoch seconds, the management API RFC 3339.
function toDate(at: string | number | Date | null | undefined): Date | undefined {
  if (at === null || at === undefined || at === '') return undefined;
  const date = at instanceof Date ? at : new Date(typeof at === 'number' && at < 1e11 ? at * 1000 : at);
  return Number.isNaN(date.getTime()) ? undefined : date;
}

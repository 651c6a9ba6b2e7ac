/** The value of a declared variable as text to edit. */
export function shownValue(type: string, value: unknown): string {
  if (value === undefined || value === null) return '';
  if (type === 'object' || type.startsWith('array')) return JSON.stringify(value, null, 2);
  return String(value);
}

/** What was typed as a value of the type; bad when it is none. Nothing is the type's empty value. */
export function readValue(type: string, typed: string): { value: unknown; isBad: boolean } {
  if (type === 'string' || type === 'secret') return { value: typed, isBad: false };
  if (type === 'boolean') return { value: typed === 'true', isBad: false };
  const text = typed.trim();
  if (type === 'number') return text === '' ? { value: 0, isBad: false } : { value: Number(text), isBad: Number.isNaN(Number(text)) };
  const isList = type.startsWith('array');
  if (text === '') return { value: isList ? [] : {}, isBad: false };
  try {
    const value: unknown = JSON.parse(text);
    const item = /^array\[(.+)\]$/.exec(type)?.[1];
    const fits = isList ? Array.isArray(value) && value.every((one) => isOf(item!, one)) : isOf('object', value);
    return { value, isBad: !fits };
  } catch {
    return { value: undefined, isBad: true };
  }
}

const isOf = (type: string, value: unknown): boolean =>
  (type === 'object' ? value !== null && typeof value === 'object' && !Array.isArray(value) : typeof value === type);

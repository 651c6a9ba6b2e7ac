/** A header, or a parameter of an address. */
export interface Pair {
  key: string;
  value: string;
}

/** Lines of `name:value` as pairs; empty lines are none. */
export const pairsOf = (lines: string): Pair[] => lines.split('\n').filter((line) => line.trim() !== '').map((line) => {
  // A reference in the name has no colon.
  const at = line.indexOf(':');
  return at < 0 ? { key: line.trim(), value: '' } : { key: line.slice(0, at).trim(), value: line.slice(at + 1).trim() };
});

/** Pairs as lines of `name:value`; one without a name and a value is none. */
export const linesOf = (pairs: readonly Pair[]): string =>
  pairs.filter(({ key, value }) => key.trim() !== '' || value.trim() !== '').map(line).join('\n');

// A reference alone may hold lines of its own.
const line = ({ key, value }: Pair): string => (value === '' && /^\{\{#[^#]+#\}\}$/.test(key) ? key : `${key}:${value}`);

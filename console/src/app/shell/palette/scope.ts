/** What the palette looks at: everything, or one kind that a first character asks for. */
export type Scope = 'all' | 'acts' | 'knowledge' | 'people' | 'ids';

// With the signs that a Chinese input method writes by the same keys.
const prefixes: Readonly<Record<string, Scope>> = {
  '>': 'acts', '\u300b': 'acts', '\uff1e': 'acts',
  '#': 'knowledge', '\uff03': 'knowledge',
  '@': 'people', '\uff20': 'people',
  ':': 'ids', '\uff1a': 'ids',
};

/** Takes what was typed apart into its scope and the words that are looked for. */
export function scopeOf(typed: string): { scope: Scope; wanted: string } {
  const scope = prefixes[typed.slice(0, 1)];
  return scope ? { scope, wanted: typed.slice(1).trim() } : { scope: 'all', wanted: typed.trim() };
}

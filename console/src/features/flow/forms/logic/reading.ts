/** An object's fields; none for anything else. */
export const record = (value: unknown): Record<string, unknown> =>
  (typeof value === 'object' && value !== null && !Array.isArray(value) ? value as Record<string, unknown> : {});

/** The objects of a list; none for anything else. */
export const list = (value: unknown): Record<string, unknown>[] => (Array.isArray(value) ? value.map(record) : []);

/** A text; empty for anything else. */
export const text = (value: unknown): string => (typeof value === 'string' ? value : '');

/** The texts of a list; none for anything else. */
export const texts = (value: unknown): string[] => (Array.isArray(value) ? value.filter((one) => typeof one === 'string') : []);

/** Whether a selector names something: a node or prefix, and a variable. */
export const isSelector = (value: unknown): value is string[] =>
  Array.isArray(value) && value.length > 1 && value.every((part) => typeof part === 'string' && part !== '');

/** An id that nothing has yet. */
export const newId = (): string => crypto.randomUUID();

/** A name that is not taken yet: `var_3`. */
export function freeName(stem: string, taken: readonly string[]): string {
  let number = taken.length + 1;
  while (taken.includes(`${stem}_${number}`)) number++;
  return `${stem}_${number}`;
}

/** What the DSL allows as the name of a variable. */
export const variableName = /^[a-zA-Z_][a-zA-Z0-9_]{0,29}$/;

/** What stands where a text or a selector may stand, as a text with references. */
export const referenceText = (value: unknown): string =>
  (isSelector(value) ? `{{#${value.join('.')}#}}` : typeof value === 'string' ? value : value === undefined || value === null ? '' : JSON.stringify(value));

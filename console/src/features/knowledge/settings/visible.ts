/** The server keeps real line breaks; people read and type them with a backslash, which it understands too. */
export const visible = (value: unknown) => ({
  value: typeof value === 'string' ? value.replaceAll('\n', '\\n').replaceAll('\t', '\\t') : undefined,
});

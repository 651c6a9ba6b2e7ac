/** JSON with its keys in order: a server that writes them in another one has changed nothing. */
export function stable(value: unknown): string | undefined {
  return JSON.stringify(value, (_key, part: unknown) => (
    part !== null && typeof part === 'object' && !Array.isArray(part)
      ? Object.fromEntries(Object.entries(part).sort(([a], [b]) => (a < b ? -1 : 1)))
      : part
  ));
}

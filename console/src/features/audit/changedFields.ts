/** One field that differs; undefined means that it was not there. */
export interface ChangedField {
  path: string;
  before: unknown;
  after: unknown;
}

/** The fields that differ between two JSON values, nested ones by their path; what is the same is left out. */
export function changedFields(before: unknown, after: unknown, path = ''): ChangedField[] {
  if (same(before, after)) return [];
  if (isObject(before) || isObject(after)) {
    const [from, to] = [isObject(before) ? before : {}, isObject(after) ? after : {}];
    const keys = [...new Set([...Object.keys(from), ...Object.keys(to)])];
    // An empty object against nothing has no keys to name.
    if (keys.length > 0) return keys.flatMap((key) => changedFields(from[key], to[key], path ? `${path}.${key}` : key));
  }
  return [{ path, before: before ?? undefined, after: after ?? undefined }];
}

const isObject = (value: unknown): value is Record<string, unknown> =>
  typeof value === 'object' && value !== null && !Array.isArray(value);

const same = (one: unknown, other: unknown) => JSON.stringify(one ?? null) === JSON.stringify(other ?? null);

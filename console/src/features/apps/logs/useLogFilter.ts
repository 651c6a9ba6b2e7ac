import { useSearchParams } from 'react-router';
import type { LogFilter } from './types';

const names = ['search', 'user', 'source', 'feedback', 'model', 'min_cost', 'errors', 'from', 'to'] as const;

/** The filter in the address. Changing it closes the panel, whose row may be gone from the list. */
export function useLogFilter() {
  const [search, setSearch] = useSearchParams();
  const filter = Object.fromEntries(names.map((name) => [name, search.get(name) ?? ''])) as unknown as LogFilter;
  const change = (part: Partial<LogFilter>) => setSearch((before) => {
    const next = new URLSearchParams(before);
    next.delete('peek');
    for (const [name, value] of Object.entries(part)) {
      if (value) next.set(name, value);
      else next.delete(name);
    }
    return next;
  }, { replace: true });
  return { filter, change, isSet: names.some((name) => filter[name] !== ''), clear: () => setSearch({}, { replace: true }) };
}

import { useSearchParams } from 'react-router';
import type { AuditFilter } from './queries';

const names = ['actor', 'action', 'object_kind', 'object_id', 'from', 'to'] as const;

/** The filter in the address. Changing it closes the panel, whose row may be gone from the list. */
export function useAuditFilter() {
  const [search, setSearch] = useSearchParams();
  const filter = Object.fromEntries(names.map((name) => [name, search.get(name) ?? ''])) as unknown as AuditFilter;
  const change = (part: Partial<AuditFilter>) => setSearch((before) => {
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

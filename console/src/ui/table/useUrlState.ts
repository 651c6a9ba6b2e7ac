import { useCallback } from 'react';
import { useSearchParams } from 'react-router';

/** A piece of state that lives in the address, so that reload, back and a shared link keep it. Empty is left out. */
export function useUrlState(name: string, initial = ''): [string, (value: string) => void] {
  const [search, setSearch] = useSearchParams();
  const set = useCallback((value: string) => setSearch((before) => {
    const next = new URLSearchParams(before);
    if (value === '' || value === initial) next.delete(name);
    else next.set(name, value);
    return next;
  }, { replace: true }), [name, initial, setSearch]);
  return [search.get(name) ?? initial, set];
}

import { useState } from 'react';

export interface Selection<T> {
  /** The chosen rows that are still in the list. */
  rows: readonly T[];
  /** How many rows there are. */
  of: number;
  has: (key: string) => boolean;
  /** Chooses or drops a row; with `range` everything from the last one touched to this one. */
  toggle: (key: string, range?: boolean) => void;
  chooseAll: () => void;
  clear: () => void;
}

/** Which rows of a list are chosen. */
export function useSelection<T>(rows: readonly T[], rowKey: (row: T) => string): Selection<T> {
  const [keys, setKeys] = useState<ReadonlySet<string>>(new Set());
  const [last, setLast] = useState<string>();

  const toggle = (key: string, range = false) => {
    const next = new Set(keys);
    const from = rows.findIndex((row) => rowKey(row) === last);
    const to = rows.findIndex((row) => rowKey(row) === key);
    if (range && from >= 0) {
      for (const row of rows.slice(Math.min(from, to), Math.max(from, to) + 1)) next.add(rowKey(row));
    } else if (!next.delete(key)) {
      next.add(key);
    }
    setKeys(next);
    setLast(key);
  };

  return {
    rows: rows.filter((row) => keys.has(rowKey(row))),
    of: rows.length,
    has: (key) => keys.has(key),
    toggle,
    chooseAll: () => setKeys(new Set(rows.map(rowKey))),
    clear: () => setKeys(new Set()),
  };
}

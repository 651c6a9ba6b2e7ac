import { useSyncExternalStore } from 'react';

// The time within which the largest part of a page is to stand.
const budget = 1000;
const listeners = new Set<() => void>();
let isOver = true;

/** Begins the first paint of the shell: for one second a page asks only for what it shows at once. */
export function beginFirstPaint(): void {
  isOver = false;
  setTimeout(() => {
    isOver = true;
    for (const listener of listeners) listener();
  }, budget);
}

/** Whether the first paint is over: the `enabled` of a query that a page can be drawn without. Going on to another page is none. */
export function useIsPainted(): boolean {
  return useSyncExternalStore(subscribe, () => isOver);
}

function subscribe(listener: () => void): () => void {
  listeners.add(listener);
  return () => listeners.delete(listener);
}

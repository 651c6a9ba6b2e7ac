import type { LucideIcon } from 'lucide-react';
import { useEffect, useRef, useSyncExternalStore } from 'react';

/** Something a person can do from here: shown in the palette, and by its keys if it has any. */
export interface Act {
  /** Stable within the page, such as `apps.new`. */
  id: string;
  label: string;
  run: () => void;
  icon?: LucideIcon;
  /** Greyed beside the label: the object's kind or name. */
  hint?: string;
  /** A single key (`c`, `?`), a key after another (`g a`) or a combination with ⌘ or Ctrl (`mod+s`). */
  keys?: string;
  /** `object` acts concern what is open and stand first in the palette. */
  group?: 'object' | 'act' | 'go' | 'appearance';
  /** Answers to its keys but does not stand in the palette, such as J and K. */
  quiet?: boolean;
}

const sources = new Map<symbol, readonly Act[]>();
const listeners = new Set<() => void>();
let all: readonly Act[] = [];

/** Offers acts as long as the component is mounted. */
export function useActs(acts: readonly Act[]): void {
  const source = useRef<symbol>(undefined);
  // Without a dependency list: acts close over the latest state, and registering is a map entry.
  useEffect(() => {
    source.current ??= Symbol('acts');
    sources.set(source.current, acts);
    publish();
  });
  useEffect(() => () => {
    if (source.current) sources.delete(source.current);
    publish();
  }, []);
}

/** All acts of what is on the screen; the ones mounted last come first. */
export function useAllActs(): readonly Act[] {
  return useSyncExternalStore(subscribe, allActs);
}

export const allActs = (): readonly Act[] => all;

function subscribe(listener: () => void): () => void {
  listeners.add(listener);
  return () => listeners.delete(listener);
}

function publish(): void {
  const next = [...sources.values()].reverse().flat();
  const same = next.length === all.length && next.every((act, at) => act.id === all[at]?.id && act.label === all[at]?.label);
  all = next;
  // A render that offers the same acts again only renews what they close over; nobody has to draw anything.
  if (!same) for (const listener of listeners) listener();
}

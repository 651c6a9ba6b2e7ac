import { useCallback, useState } from 'react';
import type { SiteAddress } from './address';

/** Which conversation is open: in the page's address, or where the frame, whose address nobody sees, keeps it. */
export function useCurrentTalk({ token, embedded }: SiteAddress) {
  const key = `middeck.talk.${token}`;
  const [current, setCurrent] = useState(() => (embedded ? kept(key) : inAddress()));
  const change = useCallback((next: string | undefined) => {
    setCurrent(next);
    if (embedded) keep(key, next);
    else window.history.replaceState(null, '', next ? `?c=${next}` : window.location.pathname);
  }, [key, embedded]);
  return [current, change] as const;
}

const inAddress = () => new URLSearchParams(window.location.search).get('c') ?? undefined;

function kept(key: string): string | undefined {
  try {
    return localStorage.getItem(key) ?? undefined;
  } catch {
    return undefined;
  }
}

function keep(key: string, value: string | undefined): void {
  try {
    if (value) localStorage.setItem(key, value);
    else localStorage.removeItem(key);
  } catch {
    // Storage may be blocked; the frame then begins with a new conversation.
  }
}

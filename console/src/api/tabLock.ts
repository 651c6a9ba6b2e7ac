const staleAfter = 10_000;

/**
 * Runs `work` in one tab at a time. Web Locks exist only over HTTPS and on localhost; over plain HTTP a lease in the local
 * storage stands in, which is good enough because it only has to keep two refreshes apart that start in the same moment.
 */
export async function withTabLock<T>(name: string, work: () => Promise<T>): Promise<T> {
  if ('locks' in navigator) return navigator.locks.request(name, work) as Promise<T>;

  const key = `middeck.lock.${name}`;
  const owner = Math.random().toString(36).slice(2);
  while (!(await tryLease(key, owner))) await pause(80 + Math.random() * 80);
  try {
    return await work();
  } finally {
    if (leaseOf(key)?.owner === owner) localStorage.removeItem(key);
  }
}

async function tryLease(key: string, owner: string): Promise<boolean> {
  const held = leaseOf(key);
  if (held && held.until > Date.now()) return false;
  localStorage.setItem(key, JSON.stringify({ owner, until: Date.now() + staleAfter }));
  // Two tabs may have written; the last one wins, and both know after a moment.
  await pause(30);
  return leaseOf(key)?.owner === owner;
}

function leaseOf(key: string): { owner: string; until: number } | undefined {
  try {
    return JSON.parse(localStorage.getItem(key) ?? 'null') ?? undefined;
  } catch {
    return undefined;
  }
}

const pause = (ms: number) => new Promise<void>((resolve) => setTimeout(resolve, ms));

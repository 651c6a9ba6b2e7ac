/** Whether a signed address has seen its time, so that its conversation has to be read again for a new one. */
export function isStale(url: string, now = Date.now()): boolean {
  const expires = Number(/[?&]exp=(\d+)/.exec(url)?.[1] ?? Number.NaN);
  return !Number.isNaN(expires) && expires * 1000 <= now;
}

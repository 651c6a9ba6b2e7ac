import { useCallback, useLayoutEffect, useRef, useState } from 'react';

const near = 80;

/**
 * Keeps the end of a growing list in sight until somebody scrolls up; then the list stands still, also while its first lines
 * fall out, and says how many came since.
 */
export function useFollowing(first: number, count: number, rowHeight: number) {
  const area = useRef<HTMLDivElement>(null);
  const [pausedAt, setPausedAt] = useState<number>();
  const firstBefore = useRef(first);
  const end = first + count;

  useLayoutEffect(() => {
    const element = area.current;
    if (!element) return;
    if (pausedAt === undefined) element.scrollTop = element.scrollHeight;
    else element.scrollTop -= (first - firstBefore.current) * rowHeight;
    firstBefore.current = first;
  }, [first, end, pausedAt, rowHeight]);

  const onScroll = useCallback(() => {
    const element = area.current;
    if (!element) return;
    const isAway = element.scrollHeight - element.scrollTop - element.clientHeight > near;
    setPausedAt((before) => (isAway ? before ?? end : undefined));
  }, [end]);

  return {
    area, onScroll,
    isFollowing: pausedAt === undefined,
    fresh: pausedAt === undefined ? 0 : end - pausedAt,
    follow: () => setPausedAt(undefined),
    pause: () => setPausedAt((before) => before ?? end),
  };
}

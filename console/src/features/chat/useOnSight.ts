import { useEffect, useRef } from 'react';

/** Calls when an element comes into sight, such as the end of a list that goes on. */
export function useOnSight<T extends Element>(onSight: () => void) {
  const element = useRef<T>(null);
  const latest = useRef(onSight);
  useEffect(() => {
    latest.current = onSight;
  });
  useEffect(() => {
    if (!element.current || typeof IntersectionObserver === 'undefined') return undefined;
    const observer = new IntersectionObserver(([entry]) => entry?.isIntersecting && latest.current(), { rootMargin: '200px' });
    observer.observe(element.current);
    return () => observer.disconnect();
  });
  return element;
}

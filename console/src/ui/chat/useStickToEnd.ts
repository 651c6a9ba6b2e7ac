import { useCallback, useEffect, useLayoutEffect, useRef, useState } from 'react';
import type { ChatSession } from './ChatSession';

const near = 80;

/** Keeps the end in sight while text arrives, as long as the reader is within 80 px of it; remembers where the reader was. */
export function useStickToEnd(session: ChatSession) {
  const area = useRef<HTMLDivElement>(null);
  const content = useRef<HTMLDivElement>(null);
  const sticks = useRef(true);
  const [behind, setBehind] = useState(false);

  const toEnd = useCallback(() => {
    sticks.current = true;
    setBehind(false);
    if (area.current) area.current.scrollTop = area.current.scrollHeight;
  }, []);

  useLayoutEffect(() => {
    const element = area.current!;
    sticks.current = session.scrollTop === undefined;
    element.scrollTop = hasBegun(session) ? session.scrollTop ?? element.scrollHeight : 0;
  }, [session]);

  useEffect(() => {
    const observer = new ResizeObserver(() => {
      // What an app says first is read from its beginning.
      if (!hasBegun(session)) return;
      if (sticks.current && area.current) area.current.scrollTop = area.current.scrollHeight;
      else setBehind(isBehind(area.current));
    });
    observer.observe(content.current!);
    observer.observe(area.current!);
    return () => observer.disconnect();
  }, [session]);

  const onScroll = useCallback(() => {
    const away = hasBegun(session) && isBehind(area.current);
    sticks.current = !away;
    setBehind(away);
    session.keepPlace(away ? area.current?.scrollTop : undefined);
  }, [session]);

  return { area, content, onScroll, toEnd, behind };
}

function hasBegun(session: ChatSession): boolean {
  const { conversation, state } = session.outline();
  return conversation !== undefined || state !== undefined;
}

function isBehind(element: HTMLElement | null): boolean {
  return element !== null && element.scrollHeight - element.scrollTop - element.clientHeight > near;
}

import { useReactFlow } from '@xyflow/react';
import { useEffect } from 'react';

const margin = 24;

/** Moves the canvas so that the node whose panel opens is not covered by it. */
export function useInSight(id: string): void {
  const { getViewport, setViewport } = useReactFlow();
  useEffect(() => {
    // The canvas has to become smaller first.
    const timer = setTimeout(() => {
      const card = document.querySelector(`.react-flow__node[data-id="${CSS.escape(id)}"]`)?.getBoundingClientRect();
      const area = document.querySelector('.md-flow-canvas')?.getBoundingClientRect();
      if (!card || !area || area.width === 0) return;
      const x = shift(card.left, card.right, area.left + margin, area.right - margin);
      const y = shift(card.top, card.bottom, area.top + margin, area.bottom - margin);
      if (x === 0 && y === 0) return;
      const before = getViewport();
      void setViewport({ ...before, x: before.x + x, y: before.y + y }, { duration: 140 });
    }, 60);
    return () => clearTimeout(timer);
  }, [id, getViewport, setViewport]);
}

/** How far a span has to go to lie within another one; its beginning counts when it is too long. */
function shift(from: number, to: number, least: number, most: number): number {
  const back = Math.min(0, most - to);
  return from + back < least ? least - from : back;
}

import { useReactFlow } from '@xyflow/react';
import { useEffect, useRef, type RefObject } from 'react';
import { chosenNodes, duplicate, nudge, removeChosen } from '../editor/acts';
import { neighbourOf, type Direction } from '../model/walk';
import { useFlow } from './FlowContext';
import { isElsewhere } from './isElsewhere';

const arrows: Record<string, { direction: Direction; step: readonly [number, number] }> = {
  ArrowLeft: { direction: 'left', step: [-24, 0] }, ArrowRight: { direction: 'right', step: [24, 0] },
  ArrowUp: { direction: 'up', step: [0, -24] }, ArrowDown: { direction: 'down', step: [0, 24] },
};

/** The keys of the canvas. They count while nobody types and nothing lies over the page. */
export function useCanvasKeys(area: RefObject<HTMLDivElement | null>): void {
  const { editor, openNode } = useFlow();
  const { fitView, zoomIn, zoomOut } = useReactFlow();
  const latest = useRef<(event: KeyboardEvent) => boolean>(undefined);
  useEffect(() => {
    const node = (id: string, inner = '') => area.current?.querySelector<HTMLElement>(`.react-flow__node[data-id="${CSS.escape(id)}"] ${inner}`);
    const walk = (direction: Direction) => {
      const next = neighbourOf(editor.graph, chosenNodes(editor)[0]!.id, direction);
      if (!next) return;
      editor.choose([next]);
      node(next)?.focus({ preventScroll: true });
      void fitView({ nodes: [{ id: next }], minZoom: 0.6, maxZoom: 1, padding: 1, duration: 140 });
    };
    const open = () => {
      const first = chosenNodes(editor)[0];
      if (!first) return false;
      if (first.type === 'custom-note') {
        node(first.id, '.md-note-text')?.dispatchEvent(new MouseEvent('dblclick', { bubbles: true }));
        return true;
      }
      openNode(first.id);
      // The panel is drawn first.
      setTimeout(() => document.querySelector<HTMLElement>('.md-inspector input')?.focus(), 50);
      return true;
    };
    const withMod = (key: string, shift: boolean): boolean => {
      switch (key) {
        case 'z': if (shift) editor.redo(); else editor.undo(); return true;
        case 'y': editor.redo(); return true;
        case 'a': editor.choose(editor.graph.nodes.filter(({ type }) => !type?.endsWith('-start')).map(({ id }) => id)); return true;
        case 'd': duplicate(editor, chosenNodes(editor).map(({ id }) => id)); return true;
        default: return false;
      }
    };
    latest.current = (event) => {
      if (event.metaKey || event.ctrlKey) return withMod(event.key.toLowerCase(), event.shiftKey);
      const { chosen } = editor.state();
      const arrow = arrows[event.key];
      if (arrow && chosenNodes(editor).length > 0) {
        if (event.shiftKey) walk(arrow.direction);
        else nudge(editor, arrow.step);
        return true;
      }
      switch (event.key) {
        case 'Delete': case 'Backspace': removeChosen(editor); return chosen.size > 0;
        case 'Enter': case 'F2': return open();
        case 'Escape': if (chosen.size > 0) editor.choose([]); return chosen.size > 0;
        case '+': case '=': void zoomIn(); return true;
        case '-': void zoomOut(); return true;
        case '!': void fitView({ maxZoom: 1, padding: 0.15, duration: 140 }); return true;
        case '@': void fitView({ nodes: chosenNodes(editor).map(({ id }) => ({ id })), maxZoom: 1, padding: 0.3, duration: 140 }); return true;
        default: return false;
      }
    };
  });

  useEffect(() => {
    const onKey = (event: KeyboardEvent) => {
      if (event.defaultPrevented || event.isComposing || event.altKey || isElsewhere(area.current, event.target)) return;
      // A button in the canvas has its own Enter.
      if (event.key === 'Enter' && event.target instanceof HTMLElement && event.target.closest('button, a')) return;
      if (latest.current?.(event)) event.preventDefault();
    };
    window.addEventListener('keydown', onKey);
    return () => window.removeEventListener('keydown', onKey);
  }, [area]);
}

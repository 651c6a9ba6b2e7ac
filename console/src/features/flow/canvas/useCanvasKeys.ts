import { useReactFlow } from '@xyflow/react';
import { useEffect, useRef, type RefObject } from 'react';
import { remove, moveNodes } from '../model/commands';
import { clipOf, paste, readClip } from '../model/clipboard';
import { neighbourOf, type Direction } from '../model/walk';
import { relative } from './useAdd';
import { useFlow } from './FlowContext';

const directions: Record<string, Direction> = { ArrowLeft: 'left', ArrowRight: 'right', ArrowUp: 'up', ArrowDown: 'down' };
const steps: Record<Direction, [number, number]> = { left: [-24, 0], right: [24, 0], up: [0, -24], down: [0, 24] };

/** The keys and the clipboard of the canvas. They count while nobody types and nothing lies over the page. */
export function useCanvasKeys(area: RefObject<HTMLDivElement | null>): void {
  const { editor, openNode, readOnly } = useFlow();
  const { fitView, screenToFlowPosition, zoomIn, zoomOut } = useReactFlow();
  const pointer = useRef<{ x: number; y: number }>(undefined);
  const latest = useRef<(event: KeyboardEvent) => boolean>(undefined);
  useEffect(() => {
    latest.current = (event) => {
      const { chosen, config: { graph } } = editor.state();
      const nodes = graph.nodes.filter(({ id }) => chosen.has(id));
      const key = event.key.toLowerCase();
      if (event.metaKey || event.ctrlKey) {
        switch (key) {
          case 'z': if (event.shiftKey) editor.redo(); else editor.undo(); return true;
          case 'y': editor.redo(); return true;
          case 'a': editor.choose(graph.nodes.filter(({ type }) => !type?.endsWith('-start')).map(({ id }) => id)); return true;
          case 'd': duplicate(nodes.map(({ id }) => id)); return true;
          default: return false;
        }
      }
      const direction = directions[event.key];
      if (direction && nodes.length > 0) {
        if (event.shiftKey) walk(direction);
        else if (!readOnly) nudge(nodes, direction);
        return true;
      }
      switch (event.key) {
        case 'Delete': case 'Backspace':
          if (chosen.size === 0) return false;
          editor.changeGraph('remove', (before) => remove(before, nodes.map(({ id }) => id), chosen));
          return true;
        case 'Enter': case 'F2': {
          const id = nodes[0]?.id;
          if (!id) return false;
          if (nodes[0]!.type === 'custom-note') {
            area.current?.querySelector<HTMLElement>(`[data-id="${CSS.escape(id)}"] .md-note-text`)?.dispatchEvent(new MouseEvent('dblclick', { bubbles: true }));
            return true;
          }
          openNode(id);
          // The panel is drawn first.
          requestAnimationFrame(() => document.querySelector<HTMLElement>('.md-inspector-title')?.focus());
          return true;
        }
        case 'Escape':
          if (chosen.size === 0) return false;
          editor.choose([]);
          return true;
        case '+': case '=': void zoomIn(); return true;
        case '-': void zoomOut(); return true;
        case '!': void fitView({ maxZoom: 1, padding: 0.15, duration: 140 }); return true;
        case '@': void fitView({ nodes: nodes.map(({ id }) => ({ id })), maxZoom: 1, padding: 0.3, duration: 140 }); return true;
        default: return false;
      }
    };
  });

  const walk = (direction: Direction) => {
    const { chosen, config } = editor.state();
    const next = neighbourOf(config.graph, [...chosen][0]!, direction);
    if (!next) return;
    editor.choose([next]);
    area.current?.querySelector<HTMLElement>(`.react-flow__node[data-id="${CSS.escape(next)}"]`)?.focus({ preventScroll: true });
    void fitView({ nodes: [{ id: next }], minZoom: 0.6, maxZoom: 1, padding: 1, duration: 140 });
  };
  const nudge = (nodes: readonly { id: string; position: { x: number; y: number } }[], direction: Direction) => {
    const [x, y] = steps[direction];
    editor.changeGraph('move', (graph) => moveNodes(graph, Object.fromEntries(
      nodes.map(({ id, position }) => [id, { x: position.x + x, y: position.y + y }]),
    )), 'nudge');
  };
  const put = (text: string, at: { x: number; y: number }, parentId?: string) => {
    const clip = readClip(text);
    if (!clip) return false;
    editor.changeGraph('paste', (graph) => {
      const done = paste(graph, clip, editor.now(), at, parentId);
      queueMicrotask(() => editor.choose(done.ids));
      return done.graph;
    });
    return true;
  };
  const duplicate = (ids: readonly string[]) => {
    const first = editor.graph.nodes.filter(({ id }) => ids.includes(id));
    if (first.length === 0) return;
    const corner = { x: Math.min(...first.map(({ position }) => position.x)) + 36, y: Math.min(...first.map(({ position }) => position.y)) + 36 };
    put(JSON.stringify(clipOf(editor.graph, ids)), corner, first[0]!.parentId);
  };

  useEffect(() => {
    const isElsewhere = (target: EventTarget | null) => {
      const element = target instanceof HTMLElement ? target : document.body;
      return element.isContentEditable || element.matches('input, textarea, select') || document.querySelector('[aria-modal=true]') !== null
        || (element !== document.body && !area.current?.contains(element));
    };
    const onKey = (event: KeyboardEvent) => {
      if (event.defaultPrevented || event.isComposing || isElsewhere(event.target) || event.altKey) return;
      if (event.target instanceof HTMLElement && event.target.closest('button') && event.key === 'Enter') return;
      if (latest.current?.(event)) event.preventDefault();
    };
    const onCopy = (event: ClipboardEvent) => {
      const { chosen, config } = editor.state();
      const ids = config.graph.nodes.filter(({ id }) => chosen.has(id)).map(({ id }) => id);
      if (isElsewhere(event.target) || ids.length === 0 || window.getSelection()?.isCollapsed === false) return;
      event.clipboardData?.setData('text/plain', JSON.stringify(clipOf(config.graph, ids)));
      event.preventDefault();
      if (event.type === 'cut') editor.changeGraph('remove', (graph) => remove(graph, ids));
    };
    const onPaste = (event: ClipboardEvent) => {
      if (isElsewhere(event.target) || editor.readOnly) return;
      const { chosen, config } = editor.state();
      const inside = config.graph.nodes.find(({ id, data }) => chosen.has(id) && (data.type === 'iteration' || data.type === 'loop'))?.id;
      const box = area.current!.getBoundingClientRect();
      const at = screenToFlowPosition(pointer.current ?? { x: box.left + box.width / 3, y: box.top + box.height / 3 });
      if (put(event.clipboardData?.getData('text/plain') ?? '', relative(config.graph, inside, at), inside)) event.preventDefault();
    };
    const onMove = (event: PointerEvent) => {
      pointer.current = area.current?.contains(event.target as Node) ? { x: event.clientX, y: event.clientY } : undefined;
    };
    window.addEventListener('keydown', onKey);
    window.addEventListener('pointermove', onMove, { passive: true });
    document.addEventListener('copy', onCopy);
    document.addEventListener('cut', onCopy);
    document.addEventListener('paste', onPaste);
    return () => {
      window.removeEventListener('keydown', onKey);
      window.removeEventListener('pointermove', onMove);
      document.removeEventListener('copy', onCopy);
      document.removeEventListener('cut', onCopy);
      document.removeEventListener('paste', onPaste);
    };
    // What they close over does not change while the page stands.
    // eslint-disable-next-line react-hooks/exhaustive-deps
  }, [editor]);
}

import { useReactFlow } from '@xyflow/react';
import { useEffect, type RefObject } from 'react';
import { chosenNodes, copiedText, pasteText, removeChosen } from '../editor/acts';
import { isContainer } from '../model/nodes';
import { useFlow } from './FlowContext';
import { isElsewhere } from './isElsewhere';
import { relative } from './useAdd';

/** Copying, cutting and pasting nodes, also from one app to another. By the browser's own events: they need no permission. */
export function useClipboard(area: RefObject<HTMLDivElement | null>): void {
  const { editor } = useFlow();
  const { screenToFlowPosition } = useReactFlow();
  useEffect(() => {
    let pointer: { x: number; y: number } | undefined;
    const onCopy = (event: ClipboardEvent) => {
      const text = copiedText(editor);
      if (text === undefined || isElsewhere(area.current, event.target) || window.getSelection()?.isCollapsed === false) return;
      event.clipboardData?.setData('text/plain', text);
      event.preventDefault();
      if (event.type === 'cut') removeChosen(editor);
    };
    const onPaste = (event: ClipboardEvent) => {
      if (editor.readOnly || isElsewhere(area.current, event.target)) return;
      const inside = chosenNodes(editor).find(isContainer)?.id;
      const box = area.current!.getBoundingClientRect();
      const at = screenToFlowPosition(pointer ?? { x: box.left + box.width / 3, y: box.top + box.height / 3 });
      if (pasteText(editor, event.clipboardData?.getData('text/plain') ?? '', relative(editor.graph, inside, at), inside)) event.preventDefault();
    };
    const onMove = (event: PointerEvent) => {
      pointer = area.current?.contains(event.target as Node) ? { x: event.clientX, y: event.clientY } : undefined;
    };
    window.addEventListener('pointermove', onMove, { passive: true });
    document.addEventListener('copy', onCopy);
    document.addEventListener('cut', onCopy);
    document.addEventListener('paste', onPaste);
    return () => {
      window.removeEventListener('pointermove', onMove);
      document.removeEventListener('copy', onCopy);
      document.removeEventListener('cut', onCopy);
      document.removeEventListener('paste', onPaste);
    };
  }, [area, editor, screenToFlowPosition]);
}

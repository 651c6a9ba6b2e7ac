import { useRef, useState, type DragEvent } from 'react';

const carriesFiles = (event: DragEvent) => event.dataTransfer.types.includes('Files');

/** Takes files that are dropped anywhere on an element; `over` while some are held above it. */
export function useFileDrop(onFiles: ((files: File[]) => void) | undefined) {
  // Entering a child comes before leaving its parent, so that one flag would flicker.
  const depth = useRef(0);
  const [over, setOver] = useState(false);
  const count = (by: 1 | -1) => {
    depth.current = Math.max(0, depth.current + by);
    setOver(depth.current > 0);
  };
  if (!onFiles) return { over: false, handlers: {} };
  return {
    over,
    handlers: {
      onDragEnter: (event: DragEvent) => carriesFiles(event) && count(1),
      onDragLeave: (event: DragEvent) => carriesFiles(event) && count(-1),
      // Without this the browser opens the file instead of dropping it.
      onDragOver: (event: DragEvent) => carriesFiles(event) && event.preventDefault(),
      onDrop: (event: DragEvent) => {
        if (!carriesFiles(event)) return;
        event.preventDefault();
        depth.current = 0;
        setOver(false);
        onFiles([...event.dataTransfer.files]);
      },
    },
  };
}

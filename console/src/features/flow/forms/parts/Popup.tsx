import { useEffect, useLayoutEffect, useRef, type ReactNode } from 'react';
import { createPortal } from 'react-dom';
import { overlaysOf } from '../../../../ui/overlays/overlays';
import { place } from '../../../../ui/overlays/place';

interface PopupProps {
  /** Where it hangs. A press there, or in the field that it stands in (`data-keeps-open`), leaves it open. */
  anchor: Element;
  onClose: () => void;
  children: ReactNode;
}

/** A box at its anchor, closed by a press anywhere else. Keys are its content's matter. */
export function Popup({ anchor, onClose, children }: PopupProps) {
  const box = useRef<HTMLDivElement>(null);
  const close = useRef(onClose);
  useEffect(() => {
    close.current = onClose;
  });
  // After every drawing: a filter changes the size.
  useLayoutEffect(() => place(box.current!, anchor, 'bottomLeft'));
  useEffect(() => {
    const moved = () => place(box.current!, anchor, 'bottomLeft');
    const pressed = ({ target }: PointerEvent) => {
      const owner = anchor.closest('[data-keeps-open]') ?? anchor;
      if (![box.current, owner].some((element) => element?.contains(target as Node))) close.current();
    };
    document.addEventListener('pointerdown', pressed, true);
    document.addEventListener('scroll', moved, true);
    window.addEventListener('resize', moved);
    return () => {
      document.removeEventListener('pointerdown', pressed, true);
      document.removeEventListener('scroll', moved, true);
      window.removeEventListener('resize', moved);
    };
  }, [anchor]);
  return createPortal(<div ref={box} className="md-nf-popup">{children}</div>, overlaysOf(anchor));
}

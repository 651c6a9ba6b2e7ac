import { useEffect, useLayoutEffect, useRef, type KeyboardEvent, type ReactNode } from 'react';
import { createPortal } from 'react-dom';
import { overlaysOf } from '../overlays/overlays';
import { place, type Placement } from '../overlays/place';
import type { MenuItem } from './MenuItem';
import { MenuLines } from './MenuLines';
import './Menu.css';

interface MenuPopupProps {
  anchor: HTMLElement;
  items: readonly MenuItem[];
  placement: Placement;
  /** Opened by the keyboard: the first line has the focus. */
  byKeys: boolean;
  head: ReactNode;
  className: string | undefined;
  onClose: () => void;
}

/** The menu of a `MenuButton`: arrows walk, Enter chooses, Escape and Tab close and give the focus back. */
export function MenuPopup({ anchor, items, placement, byKeys, head, className = '', onClose }: MenuPopupProps) {
  const popup = useRef<HTMLDivElement>(null);
  const close = useRef(onClose);
  useEffect(() => {
    close.current = onClose;
  });

  // After every drawing: a filter changes the size.
  useLayoutEffect(() => {
    popup.current!.style.minWidth = `${anchor.getBoundingClientRect().width}px`;
    place(popup.current!, anchor, placement);
  });
  useEffect(() => {
    const box = popup.current!;
    const moved = () => place(box, anchor, placement);
    const pressed = ({ target }: PointerEvent) => {
      // The button closes by itself.
      if (!box.contains(target as Node) && !anchor.contains(target as Node)) close.current();
    };
    document.addEventListener('pointerdown', pressed, true);
    document.addEventListener('scroll', moved, true);
    window.addEventListener('resize', moved);
    return () => {
      document.removeEventListener('pointerdown', pressed, true);
      document.removeEventListener('scroll', moved, true);
      window.removeEventListener('resize', moved);
    };
  }, [anchor, placement]);
  useEffect(() => {
    const box = popup.current!;
    // A filter takes the focus itself.
    if (box.contains(document.activeElement)) return;
    const target = byKeys ? linesOf(box)[0] : undefined;
    (target ?? box.querySelector<HTMLElement>('[role=menu]')!).focus({ preventScroll: true });
  }, [byKeys]);

  const leave = () => {
    // Before what a line opens: that gives the focus back to where it was.
    anchor.focus({ preventScroll: true });
    onClose();
  };
  const onKeyDown = (event: KeyboardEvent) => {
    if (event.nativeEvent.isComposing) return;
    const lines = linesOf(popup.current!);
    const at = lines.indexOf(document.activeElement as HTMLElement);
    const isText = event.target instanceof HTMLInputElement;
    const go = (to: number) => lines[(to + lines.length) % lines.length]?.focus();
    switch (event.key) {
      case 'ArrowDown': go(at + 1); break;
      case 'ArrowUp': go(at < 0 ? -1 : at - 1); break;
      case 'Home': if (isText) return; go(0); break;
      case 'End': if (isText) return; go(-1); break;
      case 'Enter': if (isText) lines[0]?.click(); else lines[at]?.click(); break;
      case ' ': if (isText) return; lines[at]?.click(); break;
      case 'Escape': leave(); break;
      // Not prevented: the focus goes on from the button.
      case 'Tab': leave(); return;
      default: return;
    }
    event.preventDefault();
    event.stopPropagation();
  };

  return createPortal(
    <div ref={popup} className={`md-menu ${className}`} onKeyDown={onKeyDown}>
      {head}
      <ul role="menu" tabIndex={-1} aria-label={anchor.getAttribute('aria-label') ?? undefined}>
        <MenuLines
          items={items}
          onChoose={(act) => {
            leave();
            act.onClick?.();
          }}
        />
      </ul>
    </div>,
    overlaysOf(anchor),
  );
}

const linesOf = (box: HTMLElement) => [...box.querySelectorAll<HTMLElement>('[role=menuitem]:not([aria-disabled])')];

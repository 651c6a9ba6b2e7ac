import { lazy, Suspense, useRef, useState, type ButtonHTMLAttributes, type ReactNode } from 'react';
import type { Placement } from '../overlays/place';
import type { MenuItem } from './MenuItem';

interface MenuButtonProps extends ButtonHTMLAttributes<HTMLButtonElement> {
  items: readonly MenuItem[];
  placement?: Placement;
  /** Stands over the items: a filter. */
  head?: ReactNode;
  /** Class of what opens. */
  popupClassName?: string;
  onOpenChange?: (isOpen: boolean) => void;
}

const load = async () => ({ default: (await import('./MenuPopup')).MenuPopup });
const MenuPopup = lazy(load);
// A failure shows when the menu is opened.
const prepare = () => void load().catch(() => undefined);

/** A button that opens a menu. What opens is loaded when the pointer or the focus comes near: pages have many of these. */
export function MenuButton({ items, placement = 'bottomLeft', head, popupClassName, onOpenChange, children, ...rest }: MenuButtonProps) {
  const button = useRef<HTMLButtonElement>(null);
  const [open, setOpen] = useState<'pointer' | 'keys'>();
  const toggle = (next: 'pointer' | 'keys' | undefined) => {
    setOpen(next);
    onOpenChange?.(next !== undefined);
  };

  return (
    <>
      <button
        type="button" {...rest} ref={button} aria-haspopup="menu" aria-expanded={open !== undefined}
        onPointerEnter={prepare} onFocus={prepare}
        // A click that no pointer made has no count.
        onClick={(event) => toggle(open ? undefined : event.detail === 0 ? 'keys' : 'pointer')}
        onKeyDown={(event) => {
          if (event.key === 'ArrowDown') {
            event.preventDefault();
            toggle('keys');
          } else if (event.key === 'Escape' && open) {
            event.preventDefault();
            event.stopPropagation();
            toggle(undefined);
          }
        }}
      >
        {children}
      </button>
      {open && (
        <Suspense fallback={null}>
          <MenuPopup
            anchor={button.current!} items={items} placement={placement} byKeys={open === 'keys'} head={head}
            className={popupClassName} onClose={() => toggle(undefined)}
          />
        </Suspense>
      )}
    </>
  );
}

import { lazy, Suspense, useState, type ButtonHTMLAttributes, type ReactNode } from 'react';
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
  const [open, setOpen] = useState<{ anchor: HTMLElement; byKeys: boolean }>();
  const toggle = (next: typeof open) => {
    setOpen(next);
    onOpenChange?.(next !== undefined);
  };

  return (
    <>
      <button
        type="button" {...rest} aria-haspopup="menu" aria-expanded={open !== undefined}
        onPointerEnter={prepare} onFocus={prepare}
        // A click that no pointer made has no count.
        onClick={({ currentTarget, detail }) => toggle(open ? undefined : { anchor: currentTarget, byKeys: detail === 0 })}
        onKeyDown={(event) => {
          if (event.key === 'ArrowDown') {
            event.preventDefault();
            toggle({ anchor: event.currentTarget, byKeys: true });
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
            {...open} items={items} placement={placement} head={head} className={popupClassName}
            onClose={() => toggle(undefined)}
          />
        </Suspense>
      )}
    </>
  );
}

export type Placement = 'bottomLeft' | 'bottomRight' | 'topLeft' | 'top';

const gap = 4;
const margin = 8;

/** Puts a box of fixed position at its anchor, or on the other side when there is no room, and always within the window. */
export function place(popup: HTMLElement, anchor: Element, placement: Placement): void {
  const box = anchor.getBoundingClientRect();
  const { offsetWidth: width, offsetHeight: height } = popup;
  const below = box.bottom + gap;
  const above = box.top - gap - height;
  const fitsBelow = below + height <= window.innerHeight - margin;
  const fitsAbove = above >= margin;
  const isAbove = placement.startsWith('top') ? fitsAbove || !fitsBelow : fitsAbove && !fitsBelow;
  const left = placement === 'bottomRight' ? box.right - width : placement === 'top' ? box.left + (box.width - width) / 2 : box.left;
  popup.style.left = `${Math.max(margin, Math.min(left, window.innerWidth - width - margin))}px`;
  popup.style.top = `${Math.max(margin, isAbove ? above : below)}px`;
}

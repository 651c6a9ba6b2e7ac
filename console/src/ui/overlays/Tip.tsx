import { useLayoutEffect, useRef } from 'react';
import { createPortal } from 'react-dom';
import { overlaysOf } from './overlays';
import { place } from './place';
import './Tip.css';

/** A sentence over what the pointer or the focus is on. */
export function Tip({ anchor, id, text }: { anchor: Element; id: string; text: string }) {
  const tip = useRef<HTMLDivElement>(null);
  useLayoutEffect(() => place(tip.current!, anchor, 'top'), [anchor, text]);
  return createPortal(<div ref={tip} id={id} role="tooltip" className="md-tip">{text}</div>, overlaysOf(anchor));
}

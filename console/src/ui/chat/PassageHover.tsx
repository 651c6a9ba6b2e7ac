import { useEffect, useRef, useState, type ReactNode } from 'react';
import { createPortal } from 'react-dom';
import type { Citation } from './types';

interface PassageHoverProps {
  /** The citation that a chip stands for. */
  find: (turn: string, position: number) => Citation | undefined;
  children: ReactNode;
}

interface Shown {
  citation: Citation;
  left: number;
  top: number;
  above: boolean;
}

const after = 300;
const width = 340;

/** Shows the passage of a chip that the pointer rests on. One for the whole conversation: chips are many. */
export function PassageHover({ find, children }: PassageHoverProps) {
  const [shown, setShown] = useState<Shown>();
  const timer = useRef<number>(undefined);
  useEffect(() => () => clearTimeout(timer.current), []);

  const hide = () => {
    clearTimeout(timer.current);
    setShown(undefined);
  };
  const rest = (chip: HTMLElement) => {
    const turn = chip.closest<HTMLElement>('[data-turn]')?.dataset.turn;
    const citation = turn && find(turn, Number(chip.dataset.citation));
    if (!citation) return;
    clearTimeout(timer.current);
    timer.current = window.setTimeout(() => {
      const box = chip.getBoundingClientRect();
      const above = box.bottom > window.innerHeight - 220;
      setShown({
        citation, above, left: Math.max(8, Math.min(box.left - 12, window.innerWidth - width - 8)),
        top: above ? box.top - 6 : box.bottom + 6,
      });
    }, after);
  };

  return (
    <div
      className="md-hover-area"
      onPointerOver={(event) => {
        const chip = (event.target as HTMLElement).closest<HTMLElement>('.md-cite[data-citation]');
        if (chip && event.pointerType !== 'touch') rest(chip);
      }}
      onPointerOut={hide}
      onPointerDown={hide}
    >
      {children}
      {shown && createPortal(
        <div
          className="md-passage-hover" role="tooltip" data-above={shown.above || undefined}
          style={{ left: shown.left, top: shown.top, width }}
        >
          <strong>{shown.citation.document_name}</strong>
          <p>{shown.citation.content}</p>
        </div>,
        document.getElementById('overlays') ?? document.body,
      )}
    </div>
  );
}

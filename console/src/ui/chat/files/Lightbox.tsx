import { ChevronLeft, ChevronRight, X } from 'lucide-react';
import { useEffect, useRef } from 'react';
import { createPortal } from 'react-dom';
import { useTranslation } from 'react-i18next';
import type { ChatFile } from '../types';

interface LightboxProps {
  pictures: readonly ChatFile[];
  current: string;
  onShow: (id: string) => void;
  onClose: () => void;
}

/** A picture as large as the window; arrows walk to the next, Esc closes, and the focus returns to where it was. */
export function Lightbox({ pictures, current, onShow, onClose }: LightboxProps) {
  const { t } = useTranslation('talk');
  const dialog = useRef<HTMLDivElement>(null);
  const at = pictures.findIndex(({ id }) => id === current);
  const picture = pictures[at];
  const several = pictures.length > 1;
  const walk = (by: 1 | -1) => several && onShow(pictures[(at + by + pictures.length) % pictures.length]!.id);

  useEffect(() => {
    const before = document.activeElement;
    dialog.current?.focus();
    return () => {
      if (before instanceof HTMLElement) before.focus();
    };
  }, []);

  if (!picture) return null;
  return createPortal(
    <div
      ref={dialog} className="md-lightbox" role="dialog" aria-modal="true" aria-label={picture.name} tabIndex={-1}
      onClick={(event) => event.target === event.currentTarget && onClose()}
      onKeyDown={(event) => {
        event.stopPropagation();
        if (event.key === 'Escape') {
          event.preventDefault();
          onClose();
        } else if (event.key === 'ArrowLeft') walk(-1);
        else if (event.key === 'ArrowRight') walk(1);
        else if (event.key === 'Tab') keepInside(event, dialog.current!);
      }}
    >
      <img src={picture.url} alt={picture.name} />
      <div className="md-lightbox-bar">
        <span className="md-ellipsis">{picture.name}{several && ` · ${at + 1}/${pictures.length}`}</span>
        {several && (
          <>
            <button type="button" className="md-icon-button" aria-label={t('files.previous')} onClick={() => walk(-1)}><ChevronLeft size={18} /></button>
            <button type="button" className="md-icon-button" aria-label={t('files.next')} onClick={() => walk(1)}><ChevronRight size={18} /></button>
          </>
        )}
        <button type="button" className="md-icon-button" aria-label={t('common:close')} onClick={onClose}><X size={18} /></button>
      </div>
    </div>,
    document.getElementById('overlays') ?? document.body,
  );
}

function keepInside(event: React.KeyboardEvent, dialog: HTMLElement): void {
  const buttons = [...dialog.querySelectorAll('button')];
  const [first, last] = [buttons[0], buttons.at(-1)];
  const leaves = event.shiftKey
    ? document.activeElement === first || document.activeElement === dialog
    : document.activeElement === last;
  if (!leaves) return;
  event.preventDefault();
  (event.shiftKey ? last : first)?.focus();
}

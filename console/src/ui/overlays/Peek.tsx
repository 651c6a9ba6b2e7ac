import { X } from 'lucide-react';
import { useEffect, useRef, type ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import './Peek.css';

interface PeekProps {
  title: ReactNode;
  children: ReactNode;
  onClose: () => void;
  /** Links and buttons beside the title: open as a page, previous, next. */
  actions?: ReactNode;
  width?: number;
}

/** A panel beside the list for looking without leaving. Goes into `Page`'s `side`; Esc closes it. */
export function Peek({ title, children, onClose, actions, width = 372 }: PeekProps) {
  const { t } = useTranslation();
  const element = useRef<HTMLElement>(null);
  const latest = useRef(onClose);
  useEffect(() => {
    latest.current = onClose;
  });
  useEffect(() => {
    const onKeyDown = (event: KeyboardEvent) => {
      const covered = document.querySelector('[aria-modal=true]');
      if (event.key === 'Escape' && !event.defaultPrevented && !event.isComposing && !covered) latest.current();
    };
    window.addEventListener('keydown', onKeyDown);
    return () => window.removeEventListener('keydown', onKeyDown);
  }, []);

  return (
    <aside ref={element} className="md-peek" style={{ width }}>
      <div className="md-peek-head">
        <h2 className="md-ellipsis">{title}</h2>
        {actions}
        <button type="button" className="md-icon-button" aria-label={t('close')} onClick={onClose}><X size={16} /></button>
      </div>
      <div className="md-peek-body">{children}</div>
    </aside>
  );
}

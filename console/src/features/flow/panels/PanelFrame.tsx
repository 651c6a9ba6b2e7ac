import { X } from 'lucide-react';
import { useEffect, useRef, useState, type ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import './panels.css';

interface PanelFrameProps {
  title: ReactNode;
  label: string;
  onClose: () => void;
  actions?: ReactNode;
  /** Does without padding and scrolls by itself. */
  fill?: boolean;
  children: ReactNode;
}

const limits = { least: 300, most: 560, first: 336 };
let width = limits.first;

/** A panel docked at the right of the canvas; its left side can be drawn. On a phone it is a sheet from below. */
export function PanelFrame({ title, label, onClose, actions, fill = false, children }: PanelFrameProps) {
  const { t } = useTranslation('flow');
  const element = useRef<HTMLElement>(null);
  const [drawn, setDrawn] = useState(width);
  const latest = useRef(onClose);
  useEffect(() => {
    latest.current = onClose;
  });
  useEffect(() => {
    const onKey = (event: KeyboardEvent) => {
      if (event.key !== 'Escape' || event.defaultPrevented || event.isComposing || document.querySelector('[aria-modal=true]')) return;
      if (element.current?.contains(event.target as Node)) latest.current();
    };
    window.addEventListener('keydown', onKey);
    return () => window.removeEventListener('keydown', onKey);
  }, []);
  const set = (next: number) => {
    width = Math.max(limits.least, Math.min(limits.most, next));
    setDrawn(width);
  };
  return (
    <aside ref={element} className="md-inspector" aria-label={label} style={{ width: drawn }}>
      <div
        className="md-inspector-edge" role="separator" aria-orientation="vertical" aria-label={t('panel.width')} aria-valuenow={drawn} aria-valuemin={limits.least}
        aria-valuemax={limits.most} tabIndex={0}
        onKeyDown={({ key }) => (key === 'ArrowLeft' ? set(drawn + 16) : key === 'ArrowRight' ? set(drawn - 16) : undefined)}
        onPointerDown={(event) => event.currentTarget.setPointerCapture(event.pointerId)}
        onPointerMove={(event) => {
          if (!event.currentTarget.hasPointerCapture(event.pointerId)) return;
          set(element.current!.getBoundingClientRect().right - event.clientX);
        }}
      />
      <header>
        <h2 className="md-ellipsis">{title}</h2>
        {actions}
        <button type="button" className="md-icon-button" aria-label={t('common:close')} onClick={onClose}><X size={16} /></button>
      </header>
      <div className={fill ? 'md-inspector-fill' : 'md-inspector-body'}>{children}</div>
    </aside>
  );
}

import { X } from 'lucide-react';
import { useSyncExternalStore } from 'react';
import { useTranslation } from 'react-i18next';
import { closeToast, currentToasts, subscribeToasts } from './toast';
import './Toasts.css';

/** The place where toasts appear; once per page. */
export function Toasts() {
  const { t } = useTranslation();
  const toasts = useSyncExternalStore(subscribeToasts, currentToasts);
  return (
    <div className="md-toasts" role="status" aria-live="polite">
      {toasts.map(({ id, text, tone, action }) => (
        <div key={id} className="md-toast" data-tone={tone}>
          <span>{text}</span>
          {action && (
            <button type="button" className="md-link" onClick={() => { action.run(); closeToast(id); }}>
              {action.label}
            </button>
          )}
          <button type="button" className="md-icon-button" aria-label={t('close')} onClick={() => closeToast(id)}>
            <X size={14} />
          </button>
        </div>
      ))}
    </div>
  );
}

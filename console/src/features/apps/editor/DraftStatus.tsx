import { useTranslation } from 'react-i18next';
import { problemText } from '../../../api/problem';
import type { App } from '../../../ui/chat/queries';
import { clock } from '../../../ui/format';
import type { DraftState } from '../draft/DraftSaver';

interface DraftStatusProps {
  state: DraftState;
  app: App;
  onConflict: () => void;
  onRetry: () => void;
}

/** Whether what is on the screen is saved, and what is live. */
export function DraftStatus({ state, app, onConflict, onRetry }: DraftStatusProps) {
  const { t } = useTranslation('apps');
  const live = app.version === null ? t('status.not_live') : t('status.live', { version: app.version });
  switch (state.status) {
    case 'conflict': return (
      <span className="md-status-bad" role="alert">
        ! {t('status.conflict')} <button type="button" className="md-link" onClick={onConflict}>{t('status.compare')}</button>
      </span>
    );
    case 'failed': return (
      <span className="md-status-bad" role="alert">
        ✕ {t('status.failed')} {problemText(state.error)}{' '}
        <button type="button" className="md-link" onClick={onRetry}>{t('common:retry')}</button>
      </span>
    );
    case 'saved': return <span role="status">{t('status.saved', { time: clock(state.savedAt) })} · {live}</span>;
    default: return <span role="status">{t(state.status === 'saving' ? 'status.saving' : 'status.changed')} · {live}</span>;
  }
}

import { useTranslation } from 'react-i18next';
import { problemText } from '../../../api/problem';
import type { DraftState } from '../draft/DraftSaver';

interface DraftTroubleProps {
  state: DraftState;
  onCompare: () => void;
  onRetry: () => void;
}

/** A line over the whole width when the draft is not saved and somebody has to do something about it. */
export function DraftTrouble({ state, onCompare, onRetry }: DraftTroubleProps) {
  const { t } = useTranslation('apps');
  if (state.status === 'conflict') {
    return (
      <p className="md-trouble" data-tone="warn" role="alert">
        <span>! {t('status.conflict')}</span>
        <button type="button" className="md-link" onClick={onCompare}>{t('status.compare')}</button>
      </p>
    );
  }
  if (state.status !== 'failed') return null;
  return (
    <p className="md-trouble" data-tone="err" role="alert">
      <span>✕ {t('status.failed')} {problemText(state.error)}</span>
      <button type="button" className="md-link" onClick={onRetry}>{t('common:retry')}</button>
    </p>
  );
}

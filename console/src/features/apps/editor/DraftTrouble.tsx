import { useTranslation } from 'react-i18next';
import { problemText } from '../../../api/problem';
import type { DraftState } from '../draft/DraftSaver';
import { troubleOf } from './trouble';

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
  const trouble = troubleOf(state.error);
  return (
    <p className="md-trouble" data-tone="err" role="alert">
      <span>
        ✕ {t('status.failed')}{' '}
        {trouble
          ? t('appEditor:trouble', { part: t(`section.${partOf(trouble.path)}`, { defaultValue: partOf(trouble.path) }), text: trouble.text })
          : problemText(state.error)}
      </span>
      {trouble && <button type="button" className="md-link" onClick={showWrong}>{t('appEditor:trouble.show')}</button>}
      <button type="button" className="md-link" onClick={onRetry}>{t('common:retry')}</button>
    </p>
  );
}

const partOf = (path: string): string => /^[^.[]+/.exec(path)?.[0] ?? path;

function showWrong(): void {
  document.querySelector('[data-wrong]')?.scrollIntoView({ block: 'start', behavior: 'smooth' });
}

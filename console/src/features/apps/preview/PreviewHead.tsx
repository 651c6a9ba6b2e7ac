import { Bug, Columns2, RotateCcw } from 'lucide-react';
import { useTranslation } from 'react-i18next';

interface PreviewHeadProps {
  isComparing: boolean;
  onCompare: (isComparing: boolean) => void;
  onRestart: () => void;
  /** Where there is something to be looked into. */
  debug?: { isOn: boolean; set: (isOn: boolean) => void };
}

/** What stands over the preview of a draft. */
export function PreviewHead({ isComparing, onCompare, onRestart, debug }: PreviewHeadProps) {
  const { t } = useTranslation('apps');
  return (
    <div className="md-preview-head">
      <h2>{t('preview')}</h2>
      <span className="md-meta md-ellipsis">{t('preview.draft')}</span>
      <button type="button" className="md-icon-button" aria-pressed={isComparing} onClick={() => onCompare(!isComparing)}>
        <Columns2 size={14} />&ensp;{t('appEditor:compare')}
      </button>
      {debug && (
        <button type="button" className="md-icon-button" aria-pressed={debug.isOn} onClick={() => debug.set(!debug.isOn)}>
          <Bug size={14} />&ensp;{t('preview.debug')}
        </button>
      )}
      <button type="button" className="md-icon-button" onClick={onRestart}>
        <RotateCcw size={14} />&ensp;{t('preview.restart')}
      </button>
    </div>
  );
}

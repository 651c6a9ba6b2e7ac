import { useTranslation } from 'react-i18next';
import type { FileTakes } from './takes';
import { useKindNames } from './useKindNames';
import './Files.css';

/** Lies over the conversation while files are held above it. */
export function DropHere({ takes }: { takes: FileTakes }) {
  const { t } = useTranslation('talk');
  const kinds = useKindNames(takes);
  return (
    <div className="md-drop-here" aria-hidden>
      <strong>{t('files.drop')}</strong>
      <span>{t('files.hint', { count: takes.limit, kinds })}</span>
    </div>
  );
}

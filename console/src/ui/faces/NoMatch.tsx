import { useTranslation } from 'react-i18next';
import { Face } from './Face';
import { PlainButton } from '../form/PlainButton';

/** The filter leaves nothing. */
export function NoMatch({ onClear }: { onClear: () => void }) {
  const { t } = useTranslation();
  return <Face title={t('no_match')} action={<PlainButton onClick={onClear}>{t('no_match.clear')}</PlainButton>} />;
}

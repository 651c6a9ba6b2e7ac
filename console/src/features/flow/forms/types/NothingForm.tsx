import { useTranslation } from 'react-i18next';

/** For nodes that have nothing to set. */
export function NothingForm() {
  const { t } = useTranslation('flowForms');
  return <p className="md-field-help">{t('nothing')}</p>;
}

import { ChevronDown } from 'lucide-react';
import { useTranslation } from 'react-i18next';
import { kinds } from './useListFilter';

/** Shows the apps of one kind alone. The browser's own list: it is there at once. */
export function KindFilter({ value, onChange }: { value: string; onChange: (value: string) => void }) {
  const { t } = useTranslation('apps');
  return (
    <span className="md-kind-filter">
      <select aria-label={t('column.kind')} value={value} data-empty={!value || undefined} onChange={(event) => onChange(event.target.value)}>
        <option value="">{t('appList:kinds')}</option>
        {kinds.map((kind) => <option key={kind} value={kind}>{t(`kind.${kind}`)}</option>)}
      </select>
      <ChevronDown size={14} aria-hidden />
    </span>
  );
}

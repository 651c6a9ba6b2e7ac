import { Segmented, Select } from 'antd';
import { LayoutGrid, List } from 'lucide-react';
import { useTranslation } from 'react-i18next';
import { FilterInput } from '../../../ui/table/FilterInput';
import { TagFilter } from './TagFilter';
import { kinds, type ListFilter } from './useListFilter';

const scopes = ['', 'mine', 'favourite', 'trash'] as const;

/** What narrows the list, and how it is shown. */
export function ListTools({ filter }: { filter: ListFilter }) {
  const { t } = useTranslation('apps');
  return (
    <>
      <FilterInput value={filter.q} onChange={filter.setQ} placeholder={t('filter')} />
      <Segmented
        size="medium" value={filter.scope} onChange={filter.setScope} aria-label={t('appList:scope')}
        options={scopes.map((value) => ({ value, label: value === 'trash' ? t('trash') : t(`appList:scope.${value || 'all'}`) }))}
      />
      <Select
        allowClear value={filter.kind || undefined} onChange={(next?: string) => filter.setKind(next ?? '')} className="md-app-kind-filter"
        aria-label={t('column.kind')} placeholder={t('appList:kinds')} popupMatchSelectWidth={false}
        options={kinds.map((value) => ({ value, label: t(`kind.${value}`) }))}
      />
      <TagFilter value={filter.tags} onChange={filter.setTags} />
      <Segmented
        className="md-app-view" value={filter.view} onChange={filter.setView} aria-label={t('appList:view')}
        options={[
          { value: '', icon: <List size={14} />, title: t('appList:view.table') },
          { value: 'grid', icon: <LayoutGrid size={14} />, title: t('appList:view.grid') },
        ]}
      />
    </>
  );
}

import { useQuery } from '@tanstack/react-query';
import { Segmented } from 'antd';
import { LayoutGrid, List } from 'lucide-react';
import { lazy, Suspense } from 'react';
import { useTranslation } from 'react-i18next';
import { useIsPainted } from '../../../api/firstPaint';
import { useWorkspaceId } from '../../../api/queries';
import { FilterInput } from '../../../ui/table/FilterInput';
import { appTagsQuery } from '../queries';
import { KindFilter } from './KindFilter';
import type { ListFilter } from './useListFilter';

// Tags are asked for after the first paint, and so is what they are chosen with.
const TagFilter = lazy(async () => ({ default: (await import('./TagFilter')).TagFilter }));

const scopes = ['', 'mine', 'favourite', 'trash'] as const;

/** What narrows the list, and how it is shown. */
export function ListTools({ filter }: { filter: ListFilter }) {
  const { t } = useTranslation('apps');
  const isPainted = useIsPainted();
  const { data: tags = [] } = useQuery({ ...appTagsQuery(useWorkspaceId()), enabled: isPainted });
  return (
    <>
      <FilterInput value={filter.q} onChange={filter.setQ} placeholder={t('filter')} />
      <Segmented
        size="medium" value={filter.scope} onChange={filter.setScope} aria-label={t('appList:scope')}
        options={scopes.map((value) => ({ value, label: value === 'trash' ? t('trash') : t(`appList:scope.${value || 'all'}`) }))}
      />
      <KindFilter value={filter.kind} onChange={filter.setKind} />
      {tags.length > 0 && <Suspense fallback={null}><TagFilter tags={tags} value={filter.tags} onChange={filter.setTags} /></Suspense>}
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

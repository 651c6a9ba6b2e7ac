import { Button, Segmented } from 'antd';
import { useTranslation } from 'react-i18next';
import { useCan } from '../../../api/queries';
import { count } from '../../../ui/format';
import { FilterInput } from '../../../ui/table/FilterInput';
import type { KnowledgeBase } from '../types';
import { documentFilters, type DocumentFilter } from './documentLists';
import { useBaseActs } from './useBaseActs';

interface DocumentFiltersProps {
  base: KnowledgeBase;
  q: string;
  onQ: (q: string) => void;
  filter: DocumentFilter;
  onFilter: (filter: DocumentFilter) => void;
}

/** The name and the state that the list of documents is narrowed to; among the failed ones all can be tried again. */
export function DocumentFilters({ base, q, onQ, filter, onFilter }: DocumentFiltersProps) {
  const { t } = useTranslation(['documents', 'knowledge']);
  const mayChange = useCan('knowledge.update');
  const { retryFailed } = useBaseActs(base.id);
  const counts: Partial<Record<DocumentFilter, number>> = { work: base.processing_count, error: base.failed_count };
  const label = (one: DocumentFilter) => {
    const word = t(`filter.${one || 'all'}`);
    const of = one === '' ? base.document_count : counts[one] || undefined;
    return of === undefined ? word : `${word} ${count(of)}`;
  };

  return (
    <>
      <FilterInput value={q} onChange={onQ} placeholder={t('knowledge:filter.name')} />
      <Segmented
        size="small" className="md-document-filters" value={filter} onChange={onFilter}
        options={documentFilters.map((value) => ({ value, label: label(value) }))}
      />
      {filter === 'error' && mayChange && base.failed_count > 0 && (
        <Button size="small" onClick={() => void retryFailed()}>{t('all.retry')}</Button>
      )}
    </>
  );
}

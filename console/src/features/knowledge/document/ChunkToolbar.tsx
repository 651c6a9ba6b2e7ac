import { Button, Segmented } from 'antd';
import { useTranslation } from 'react-i18next';
import { count } from '../../../ui/format';
import { FilterInput } from '../../../ui/table/FilterInput';
import type { ChunkContext } from './ChunkContext';
import type { Chunk } from './types';
import type { ChunkFilter } from './queries';

interface ChunkToolbarProps {
  context: ChunkContext;
  filter: ChunkFilter;
  onFilter: (filter: Partial<ChunkFilter>) => void;
  dirty: number;
}

/** Searches and filters the chunks; when some are selected, what can be done with them stands here. */
export function ChunkToolbar({ context, filter, onFilter, dirty }: ChunkToolbarProps) {
  const { t } = useTranslation('document');
  const { selection } = context;
  if (selection.rows.length > 0) return <Selected context={context} chunks={selection.rows} />;
  return (
    <div className="md-toolbar md-chunk-toolbar">
      <FilterInput value={filter.q} onChange={(q) => onFilter({ q })} placeholder={t('chunks.search')} />
      <Segmented
        size="small" value={filter.enabled} onChange={(enabled) => onFilter({ enabled })} aria-label={t('chunks.filter')}
        options={['', 'true', 'false'].map((value) => ({ value, label: t(`chunks.filter.${value || 'all'}`) }))}
      />
      {dirty > 0 && <span className="md-meta md-chunk-unsaved" role="status">● {t('chunks.unsaved', { count: dirty, shown: count(dirty) })}</span>}
    </div>
  );
}

function Selected({ context, chunks }: { context: ChunkContext; chunks: readonly Chunk[] }) {
  const { t } = useTranslation('document');
  const { selection, acts, attempt, fixed, onDelete } = context;
  return (
    <div className="md-toolbar md-chunk-toolbar" role="toolbar" aria-label={t('common:table.choice')}>
      <span>{t('chunks.selected', { count: chunks.length, shown: count(chunks.length) })}</span>
      {([true, false] as const).map((enabled) => (
        <Button
          key={String(enabled)} size="small" disabled={fixed !== undefined}
          onClick={() => void attempt(() => acts.change(chunks, enabled ? 'enable' : 'disable'))}
        >
          {t(enabled ? 'knowledge:act.enable' : 'knowledge:act.disable')}
        </Button>
      ))}
      <Button size="small" danger disabled={fixed !== undefined} onClick={() => onDelete(chunks)}>{t('common:delete')}</Button>
      {selection.rows.length < selection.of && (
        <button type="button" className="md-link" onClick={selection.chooseAll}>{t('chunks.select_loaded', { shown: count(selection.of) })}</button>
      )}
      <button type="button" className="md-link" onClick={selection.clear}>{t('common:table.unselect')}</button>
    </div>
  );
}

import { Button } from 'antd';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { useCan } from '../../../api/queries';
import { Empty } from '../../../ui/faces/Empty';
import { ErrorFace } from '../../../ui/faces/ErrorFace';
import { Loading } from '../../../ui/faces/Loading';
import { NoMatch } from '../../../ui/faces/NoMatch';
import { useSelection } from '../../../ui/table/useSelection';
import { isProcessing } from '../progress';
import type { KnowledgeDocument } from '../types';
import { whyFixed } from './chunkAccess';
import type { ChunkContext } from './ChunkContext';
import { ChunkDrafts, useDirtyCount } from './ChunkDrafts';
import { ChunkList } from './ChunkList';
import { ChunkToolbar } from './ChunkToolbar';
import { DeleteChunks } from './DeleteChunks';
import { LeaveGuard } from './LeaveGuard';
import type { Chunk } from './types';
import type { ChunkActs } from './useChunkActs';
import { useChunkEditing } from './useChunkEditing';
import type { ChunkRows } from './useChunkRows';
import { useMerge } from './useMerge';
import { attempt } from './attempt';
import './Chunks.css';

interface ChunkPaneProps {
  document: KnowledgeDocument;
  chunks: ChunkRows;
  acts: ChunkActs;
  /** The chunk that is marked in the text. */
  shown: string | undefined;
  hovered: Chunk | undefined;
  onHover: (chunk: Chunk | undefined) => void;
}

/** The chunks of a document: to search, to walk through and to edit. */
export function ChunkPane({ document, chunks, acts, shown, hovered, onHover }: ChunkPaneProps) {
  const { rows, query, setChosen } = chunks;
  const [drafts] = useState(() => new ChunkDrafts());
  const dirty = useDirtyCount(drafts);
  const selection = useSelection(rows, ({ id }) => id);
  const editing = useChunkEditing(drafts, acts);
  const [unfolded, setUnfolded] = useState<ReadonlySet<string>>(new Set());
  const [deleting, setDeleting] = useState<readonly Chunk[]>([]);
  const context: ChunkContext = {
    document, acts, editing, drafts, selection, unfolded, attempt,
    search: chunks.filter.q.trim(),
    mayChange: useCan('knowledge.update'),
    fixed: whyFixed(document),
    onChoose: setChosen,
    onHover,
    onDelete: setDeleting,
    onUnfold: (id, isUnfolded) => setUnfolded((now) => {
      const next = new Set(now);
      if (isUnfolded) next.add(id);
      else next.delete(id);
      return next;
    }),
    merge: useMerge(rows, drafts, acts, setChosen),
  };

  return (
    <>
      <ChunkToolbar context={context} filter={chunks.filter} onFilter={chunks.setFilter} dirty={dirty} />
      <div className="md-chunk-scroll">
        {query.error && <ErrorFace compact error={query.error} onRetry={() => void query.refetch()} />}
        {query.isLoading && <Loading rows={5} rowHeight={110} />}
        <Edges document={document} chunks={chunks} />
        {rows.length > 0 && (
          <ChunkList
            rows={rows} context={context} chosen={shown} hovered={hovered} onEnd={chunks.readOn} onLeave={() => onHover(undefined)}
          />
        )}
        {query.hasNextPage && <More isBusy={query.isFetchingNextPage} onClick={chunks.readOn} />}
      </div>
      <DeleteChunks
        chunks={deleting} acts={acts} onClose={() => setDeleting([])}
        onDeleted={(gone) => {
          for (const { id } of gone) drafts.drop(id);
          selection.clear();
          if (gone.some(({ id }) => id === chunks.chosen)) setChosen('');
        }}
      />
      <LeaveGuard dirty={dirty} />
    </>
  );
}

/** What stands above the list: the way to its beginning, or why there is none. */
function Edges({ document, chunks }: { document: KnowledgeDocument; chunks: ChunkRows }) {
  const { t } = useTranslation('knowledge');
  const { rows, query, isFiltered, isBehindStart, toStart, setFilter } = chunks;
  if (document.chunk_count === 0) {
    if (isProcessing(document.status)) return null;
    return <Empty compact title={t('chunks.empty.title')} text={t('chunks.empty.text')} />;
  }
  if (isFiltered && query.isSuccess && rows.length === 0) return <NoMatch onClear={() => setFilter({ q: '', enabled: '' })} />;
  if (!isBehindStart) return null;
  return <p className="md-document-more"><Button size="small" onClick={toStart}>{t('chunks.from_start')}</Button></p>;
}

function More({ isBusy, onClick }: { isBusy: boolean; onClick: () => void }) {
  const { t } = useTranslation();
  return <p className="md-document-more"><Button size="small" loading={isBusy} onClick={onClick}>{t('table.more')}</Button></p>;
}

import { useInfiniteQuery, useQuery } from '@tanstack/react-query';
import { Button } from 'antd';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { useWorkspaceId } from '../../../api/queries';
import { Empty } from '../../../ui/faces/Empty';
import { ErrorFace } from '../../../ui/faces/ErrorFace';
import { Loading } from '../../../ui/faces/Loading';
import { useUrlState } from '../../../ui/table/useUrlState';
import { isProcessing } from '../progress';
import { chunkQuery, chunksQuery } from '../queries';
import type { Chunk, KnowledgeDocument } from '../types';
import { ChunkItem } from './ChunkItem';
import { PassageText } from './PassageText';
import { StillInWork } from './StillInWork';

/** Text and chunks side by side; the chunk that is chosen or under the pointer is marked in the text. */
export function DocumentBody({ document }: { document: KnowledgeDocument }) {
  const ws = useWorkspaceId();
  const { id, knowledge_base_id: base } = document;
  const [chosen, setChosen] = useUrlState('chunk');
  // Where the address led in; walking on from there must not begin the list anew.
  const [entry, setEntry] = useState(chosen);
  const first = useQuery(chunkQuery(ws, base, id, entry));
  const isPlaced = entry === '' || !first.isPending;
  const before = 3;
  const after = Math.max(0, (first.data?.position ?? 0) - 1 - before);
  // Chunks are committed together, so one more reading when their number changes shows them all.
  const chunks = useInfiniteQuery({
    ...chunksQuery(ws, base, id, after), enabled: isPlaced && document.chunk_count > 0,
  });
  const [hovered, setHovered] = useState<Chunk>();
  const rows = chunks.data ?? [];
  const shown = chosen || rows[0]?.id;

  return (
    <>
      <div className="md-document-text">
        <StillInWork document={document} />
        {shown !== undefined && <PassageText base={base} document={id} chunk={shown} hovered={hovered} />}
      </div>
      <div className="md-document-chunks">
        {after > 0 && <FromTheStart onClick={() => setEntry('')} />}
        {chunks.error && <ErrorFace compact error={chunks.error} onRetry={() => void chunks.refetch()} />}
        {chunks.isLoading && <Loading rows={5} rowHeight={110} />}
        {document.chunk_count === 0 && !isProcessing(document.status) && <NoChunks />}
        <ul onMouseLeave={() => setHovered(undefined)}>
          {rows.map((chunk) => (
            <ChunkItem
              key={chunk.id} chunk={chunk} isChosen={chunk.id === shown}
              onChoose={() => setChosen(chunk.id)} onHover={() => setHovered(chunk)}
            />
          ))}
        </ul>
        {chunks.hasNextPage && <More isBusy={chunks.isFetchingNextPage} onClick={() => void chunks.fetchNextPage()} />}
      </div>
    </>
  );
}

function FromTheStart({ onClick }: { onClick: () => void }) {
  const { t } = useTranslation('knowledge');
  return <p className="md-document-more"><Button size="small" onClick={onClick}>{t('chunks.from_start')}</Button></p>;
}

function More({ isBusy, onClick }: { isBusy: boolean; onClick: () => void }) {
  const { t } = useTranslation('knowledge');
  return <p className="md-document-more"><Button size="small" loading={isBusy} onClick={onClick}>{t('common:table.more')}</Button></p>;
}

function NoChunks() {
  const { t } = useTranslation('knowledge');
  return <Empty compact title={t('chunks.empty.title')} text={t('chunks.empty.text')} />;
}

import { useInfiniteQuery, useQuery } from '@tanstack/react-query';
import { useCallback, useEffect, useRef, useState } from 'react';
import { useWorkspaceId } from '../../../api/queries';
import { api } from '../../../api/client';
import { useUrlState } from '../../../ui/table/useUrlState';
import { chunkQuery, documentPath } from '../queries';
import type { KnowledgeDocument } from '../types';
import type { Chunk } from './types';
import { chunkListQuery, type ChunkFilter } from './queries';
import type { ChunkActs } from './useChunkActs';

export type ChunkRows = ReturnType<typeof useChunkRows>;

/** How many chunks in front of the one in the address are shown. */
const before = 3;

/** The chunks of a document as the address filters them, from the chunk on that it led in at. */
export function useChunkRows(document: KnowledgeDocument, acts: ChunkActs) {
  const ws = useWorkspaceId();
  const { id, knowledge_base_id: base } = document;
  const [chosen, setChosen] = useUrlState('chunk');
  const [q, setQ] = useUrlState('q');
  const [enabled, setEnabled] = useUrlState('enabled');
  // Where the address led in; walking on from there must not begin the list anew.
  const [entry, setEntry] = useState(chosen);
  const first = useQuery(chunkQuery(ws, base, id, entry));
  const isFiltered = q !== '' || enabled !== '';
  const after = isFiltered ? 0 : Math.max(0, (first.data?.position ?? 0) - 1 - before);
  const isPlaced = entry === '' || isFiltered || !first.isPending;
  const filter: ChunkFilter = { q, enabled };
  const query = useInfiniteQuery({
    ...chunkListQuery(ws, document, filter, after), enabled: isPlaced && document.chunk_count > 0,
  });
  const rows = query.data ?? noRows;
  useOthersEdits(document, acts);
  usePending(document, rows, acts);

  const { hasNextPage, isFetching, fetchNextPage } = query;
  const readOn = useCallback(() => {
    if (hasNextPage && !isFetching) void fetchNextPage();
  }, [hasNextPage, isFetching, fetchNextPage]);
  return {
    rows, query, filter, isFiltered, chosen, setChosen, readOn, isBehindStart: after > 0,
    toStart: () => setEntry(''),
    setFilter: (change: Partial<ChunkFilter>) => {
      if (change.q !== undefined) setQ(change.q);
      if (change.enabled !== undefined) setEnabled(change.enabled);
    },
  };
}

const noRows: Chunk[] = [];

/** Reads the list again when somebody else changed the document. */
function useOthersEdits({ updated_at: updatedAt }: KnowledgeDocument, acts: ChunkActs): void {
  const seen = useRef(updatedAt);
  useEffect(() => {
    if (seen.current === updatedAt) return;
    seen.current = updatedAt;
    if (!acts.isOwnChange()) acts.renew();
  }, [updatedAt, acts]);
}

/** Asks for chunks whose vectors are still in the making until they are there. */
function usePending(document: KnowledgeDocument, rows: readonly Chunk[], acts: ChunkActs): void {
  const { id, knowledge_base_id: base } = document;
  const ws = useWorkspaceId();
  const pending = rows.filter(({ embedding }) => embedding === 'pending').slice(0, 5).map((row) => row.id);
  useQuery({
    queryKey: ['knowledge', ws, base, 'pending', id, pending],
    queryFn: async ({ signal }) => {
      const read = await Promise.all(pending.map((chunk) => api.get<Chunk>(`${documentPath(base, id)}/chunks/${chunk}`, { signal })));
      acts.keep(...read);
      return read.length;
    },
    enabled: pending.length > 0,
    initialData: 0,
    staleTime: 5000,
    refetchInterval: 5000,
  });
}

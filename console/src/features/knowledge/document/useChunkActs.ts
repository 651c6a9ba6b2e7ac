import { useQueryClient } from '@tanstack/react-query';
import { useMemo } from 'react';
import { api } from '../../../api/client';
import { useWorkspaceId } from '../../../api/queries';
import { documentPath } from '../queries';
import type { KnowledgeDocument } from '../types';
import { changeLists, respliced, withChunks, withoutChunks, type ChunkPages } from './chunkCache';
import type { Chunk, ChunkBatchAction, ChunksChanged, EditChunk, NewChunk } from './types';
import { chunksKey } from './queries';

/** As many ids as one batch takes. */
const batchSize = 1000;

export type ChunkActs = ReturnType<typeof useChunkActs>;

/** What can be done with the chunks of a document. All throw what the server refuses; the lists show what it accepted. */
export function useChunkActs(document: KnowledgeDocument) {
  const ws = useWorkspaceId();
  const cache = useQueryClient();
  const { knowledge_base_id: base, id } = document;
  const path = `${documentPath(base, id)}/chunks`;

  return useMemo(() => {
    const key = chunksKey(ws, base, id);
    const own = { running: 0, endedAt: Number.NEGATIVE_INFINITY };
    const run = async <T>(act: () => Promise<T>): Promise<T> => {
      own.running++;
      try {
        return await act();
      } finally {
        own.running--;
        own.endedAt = performance.now();
      }
    };
    const keep = (...chunks: Chunk[]) => changeLists(cache, key, (list) => withChunks(list, chunks));
    const reshape = (change: (list: ChunkPages) => ChunkPages) => {
      changeLists(cache, key, change);
      // What another filter left there has other positions now.
      cache.removeQueries({ queryKey: key, type: 'inactive' });
    };

    return {
      /** Whether the last change of the document may be ours: its event follows our own act. */
      isOwnChange: () => own.running > 0 || performance.now() - own.endedAt < 1500,
      /** Marks a change as ours. */
      run,
      renew: () => void cache.invalidateQueries({ queryKey: key }),
      keep,
      edit: (chunk: Chunk, change: EditChunk) => run(async () => {
        const saved = await api.patch<Chunk>(`${path}/${chunk.id}`, change);
        keep(saved);
        return saved;
      }),
      /** Shown at once, and taken back when the server refuses. */
      enable: (chunk: Chunk, enabled: boolean) => run(async () => {
        keep({ ...chunk, enabled });
        try {
          const saved = await api.patch<Chunk>(`${path}/${chunk.id}`, { enabled });
          keep(saved);
          return saved;
        } catch (error) {
          keep(chunk);
          throw error;
        }
      }),
      add: (after: number, chunk: NewChunk) => run(async () => {
        const added = await api.post<Chunk[]>(path, { chunks: [chunk], after });
        reshape((list) => respliced(list, after + 1, 0, added));
        return added[0]!;
      }),
      split: (chunk: Chunk, offset: number) => run(async () => {
        const halves = await api.post<Chunk[]>(`${path}/${chunk.id}/split`, { offset, expected_updated_at: chunk.updated_at });
        reshape((list) => respliced(list, chunk.position, 1, halves));
        return halves;
      }),
      mergeWithNext: (chunk: Chunk) => run(async () => {
        const merged = await api.post<Chunk>(`${path}/${chunk.id}/merge`, { count: 1, expected_updated_at: chunk.updated_at });
        reshape((list) => respliced(list, chunk.position, 2, [merged]));
        return merged;
      }),
      change: (chunks: readonly Chunk[], action: ChunkBatchAction) => run(async () => {
        for (let from = 0; from < chunks.length; from += batchSize) {
          const part = chunks.slice(from, from + batchSize);
          const ids = part.map(({ id }) => id);
          const { missing } = await api.post<ChunksChanged>(`${path}/batch`, { action, ids });
          if (action !== 'delete') keep(...part.map((chunk) => ({ ...chunk, enabled: action === 'enable' })));
          const gone = action === 'delete' ? ids : missing;
          if (gone.length > 0) reshape((list) => withoutChunks(list, new Set(gone)));
        }
      }),
      /** Reads what a chunk has become, such as the number of its children. */
      reread: async (id: string) => keep(await api.get<Chunk>(`${path}/${id}`)),
    };
  }, [cache, ws, base, id, path]);
}

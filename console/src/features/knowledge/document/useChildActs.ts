import { useQueryClient } from '@tanstack/react-query';
import { api } from '../../../api/client';
import { useWorkspaceId } from '../../../api/queries';
import { documentPath } from '../queries';
import type { KnowledgeDocument } from '../types';
import type { ChildChunk, Chunk } from './types';
import { childrenQuery } from './queries';
import type { ChunkActs } from './useChunkActs';

/** What can be done with the children of a chunk. All throw what the server refuses. */
export function useChildActs(document: KnowledgeDocument, chunk: Chunk, chunks: ChunkActs) {
  const ws = useWorkspaceId();
  const cache = useQueryClient();
  const path = `${documentPath(document.knowledge_base_id, document.id)}/chunks/${chunk.id}/children`;

  const renew = () => Promise.all([
    cache.invalidateQueries({ queryKey: childrenQuery(ws, document, chunk).queryKey.slice(0, -1) }),
    chunks.reread(chunk.id),
  ]);

  return {
    add: async (content: string) => {
      await chunks.run(() => api.post<ChildChunk>(path, { content }));
      await renew();
    },
    edit: async (child: ChildChunk, content: string) => {
      await chunks.run(() => api.patch<ChildChunk>(`${path}/${child.id}`, { content }));
      await renew();
    },
    remove: async (child: ChildChunk) => {
      await chunks.run(() => api.delete(`${path}/${child.id}`));
      await renew();
    },
  };
}

import { useQueryClient } from '@tanstack/react-query';
import { api } from '../../../api/client';
import { useWorkspaceId } from '../../../api/queries';
import { keepDocument } from '../documentCache';
import { documentPath } from '../queries';
import type { KnowledgeDocument } from '../types';
import { attempt } from './attempt';

/** Holds the reading of a document back, goes on with it, stops it or begins it again. A refusal is told in a toast. */
export function useDocumentControl({ knowledge_base_id: base, id }: KnowledgeDocument) {
  const ws = useWorkspaceId();
  const cache = useQueryClient();
  const post = (act: string) => () => attempt(async () =>
    keepDocument(cache, ws, await api.post<KnowledgeDocument>(`${documentPath(base, id)}/${act}`)));
  return { pause: post('pause'), resume: post('resume'), cancel: post('cancel'), retry: post('retry') };
}

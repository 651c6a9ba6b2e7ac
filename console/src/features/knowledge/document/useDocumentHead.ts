import { useQueryClient } from '@tanstack/react-query';
import { useTranslation } from 'react-i18next';
import { api, send } from '../../../api/client';
import { Problem } from '../../../api/problem';
import { useWorkspaceId } from '../../../api/queries';
import { saveBlob } from '../../../ui/saveBlob';
import { toast } from '../../../ui/toast/toast';
import { keepDocument } from '../documentCache';
import { basePath, documentPath } from '../queries';
import type { KnowledgeDocument } from '../types';
import { attempt } from './attempt';
import type { BatchResult } from './types';

/** What can be done with a document beside reading it in. Only `rename` throws, for its dialog. */
export function useDocumentHead() {
  const { t } = useTranslation('document');
  const ws = useWorkspaceId();
  const cache = useQueryClient();
  const path = ({ knowledge_base_id: base, id }: KnowledgeDocument) => documentPath(base, id);

  const archive = (document: KnowledgeDocument, archived: boolean) => attempt(async () => {
    const { results } = await api.post<BatchResult>(`${basePath(document.knowledge_base_id)}/documents/batch`, {
      action: archived ? 'archive' : 'unarchive', ids: [document.id],
    });
    const [outcome] = results;
    if (outcome && !outcome.ok) throw new Problem(409, { code: outcome.code ?? undefined, detail: outcome.detail ?? undefined });
    keepDocument(cache, ws, await api.get<KnowledgeDocument>(path(document)));
    toast(t(archived ? 'head.archived' : 'head.unarchived', { name: document.name }), {
      action: { label: t('common:undo'), run: () => void archive(document, !archived) },
    });
  });

  return {
    archive,
    rename: async (document: KnowledgeDocument, name: string) =>
      keepDocument(cache, ws, await api.patch<KnowledgeDocument>(path(document), { name })),
    exportChunks: (document: KnowledgeDocument) => attempt(async () => {
      const response = await send(`${path(document)}/export`, { query: { format: 'jsonl' } });
      saveBlob(await response.blob(), `${document.name}.chunks.jsonl`);
    }),
  };
}

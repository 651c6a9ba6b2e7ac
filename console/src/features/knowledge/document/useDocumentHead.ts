import { useQueryClient } from '@tanstack/react-query';
import { useTranslation } from 'react-i18next';
import { api, send } from '../../../api/client';
import { Problem } from '../../../api/problem';
import { useWorkspaceId } from '../../../api/queries';
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
      saveAs(await response.blob(), `${document.name}.chunks.jsonl`);
    }),
    restore: async (document: KnowledgeDocument, version: number) =>
      keepDocument(cache, ws, await api.post<KnowledgeDocument>(`${path(document)}/versions/${version}/restore`)),
    downloadVersion: (document: KnowledgeDocument, version: number) => attempt(async () => {
      const { url } = await api.get<{ url: string }>(`${path(document)}/versions/${version}/download-url`);
      window.location.assign(url);
    }),
  };
}

function saveAs(blob: Blob, name: string): void {
  const address = URL.createObjectURL(blob);
  const link = document.createElement('a');
  link.href = address;
  link.download = name;
  link.click();
  URL.revokeObjectURL(address);
}

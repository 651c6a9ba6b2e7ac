import { useQueryClient } from '@tanstack/react-query';
import { api } from '../../api/client';
import { useLive } from '../../api/live';
import { problemText } from '../../api/problem';
import { useWorkspaceId } from '../../api/queries';
import { toast } from '../../ui/toast/toast';
import { dropDocument, keepDocument } from './documentCache';
import { documentPath } from './queries';
import type { KnowledgeDocument } from './types';

/** Follows the documents of a base as the server works on them, unless it is told that there is nothing to follow yet. */
export function useDocumentChanges(base: string, isWanted = true): void {
  const ws = useWorkspaceId();
  const cache = useQueryClient();
  useLive(isWanted ? `knowledge:${base}` : undefined, ({ type, data }) => {
    if (type === 'document.changed') keepDocument(cache, ws, data as KnowledgeDocument);
  });
}

/** What can be done with a document. A refusal is told in a toast; only `remove` throws, for the question before it. */
export function useDocumentActs() {
  const ws = useWorkspaceId();
  const cache = useQueryClient();
  const keep = (document: KnowledgeDocument) => keepDocument(cache, ws, document);
  const path = ({ knowledge_base_id: base, id }: KnowledgeDocument) => documentPath(base, id);

  const attempt = async (act: () => Promise<void>) => {
    try {
      await act();
    } catch (error) {
      toast(problemText(error), { tone: 'error' });
    }
  };

  return {
    cancel: (document: KnowledgeDocument) => attempt(async () => keep(await api.post(`${path(document)}/cancel`))),
    pause: (document: KnowledgeDocument) => attempt(async () => keep(await api.post(`${path(document)}/pause`))),
    resume: (document: KnowledgeDocument) => attempt(async () => keep(await api.post(`${path(document)}/resume`))),
    retry: (document: KnowledgeDocument) => attempt(async () => keep(await api.post(`${path(document)}/retry`))),
    /** Shown at once, and taken back when the server refuses. */
    enable: (document: KnowledgeDocument, enabled: boolean) => attempt(async () => {
      keep({ ...document, enabled });
      try {
        keep(await api.patch(path(document), { enabled }));
      } catch (error) {
        keep(document);
        throw error;
      }
    }),
    download: (document: KnowledgeDocument) => attempt(async () => {
      const { url } = await api.get<{ url: string }>(`${path(document)}/download-url`);
      window.location.assign(url);
    }),
    remove: async (document: KnowledgeDocument) => {
      await api.delete(path(document));
      dropDocument(cache, ws, document);
    },
  };
}

import { useQueryClient } from '@tanstack/react-query';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { api } from '../../../api/client';
import { problemText } from '../../../api/problem';
import { useWorkspaceId } from '../../../api/queries';
import { upload } from '../../../api/upload';
import { toast } from '../../../ui/toast/toast';
import { keepDocument } from '../documentCache';
import { documentPath } from '../queries';
import type { KnowledgeDocument } from '../types';
import { refusalText } from '../uploads/refusalText';
import { versionsKey } from './queries';

/** What can be done with the versions of a document. A refusal is told in a toast; only `restore` throws, for its question. */
export function useVersionActs({ knowledge_base_id: base, id }: KnowledgeDocument) {
  const { t } = useTranslation('documents');
  const ws = useWorkspaceId();
  const cache = useQueryClient();
  const [sent, setSent] = useState<number>();
  const path = documentPath(base, id);

  const keep = async (next: KnowledgeDocument) => {
    keepDocument(cache, ws, next);
    toast(t('versions.taken', { version: next.version }));
    await cache.invalidateQueries({ queryKey: versionsKey(ws, base, id) });
  };
  const attempt = async (work: () => Promise<void>) => {
    try {
      await work();
    } catch (error) {
      toast(refusalText(error) || problemText(error), { tone: 'error' });
    }
  };

  return {
    /** The share of a new version that is sent, from 0 to 1; undefined while none is. */
    sent,
    replace: (file: File) => attempt(async () => {
      const form = new FormData();
      form.append('file', file);
      setSent(0);
      try {
        await keep(await upload<KnowledgeDocument>(`${path}/file`, form, { onProgress: setSent }));
      } finally {
        setSent(undefined);
      }
    }),
    download: (version: number) => attempt(async () => {
      const { url } = await api.get<{ url: string }>(`${path}/versions/${version}/download-url`);
      window.location.assign(url);
    }),
    restore: async (version: number) => keep(await api.post<KnowledgeDocument>(`${path}/versions/${version}/restore`)),
  };
}

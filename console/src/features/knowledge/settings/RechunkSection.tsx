import { Button } from 'antd';
import { useQueryClient } from '@tanstack/react-query';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { api } from '../../../api/client';
import type { components } from '../../../api/schema.gen';
import { useWorkspaceId } from '../../../api/queries';
import { count } from '../../../ui/format';
import { ConfirmDestructive } from '../../../ui/overlays/ConfirmDestructive';
import { toast } from '../../../ui/toast/toast';
import { basePath, baseQuery, documentsKey } from '../queries';
import type { KnowledgeBase } from '../types';

type Rechunked = components['schemas']['RechunkedDocuments'];

/** Applies the chunking that is saved to the documents that are there. */
export function RechunkSection({ base, isDirty }: { base: KnowledgeBase; isDirty: boolean }) {
  const { t } = useTranslation('bases');
  const ws = useWorkspaceId();
  const cache = useQueryClient();
  const [isAsking, setAsking] = useState(false);
  if (base.document_count === 0) return null;

  const rechunk = async () => {
    const { documents, edited_chunks_lost: lost } = await api.post<Rechunked>(`${basePath(base.id)}/rechunk`);
    toast(lost > 0
      ? t('rechunk.begun_lost', { count: documents, shown: count(documents), lost: count(lost) })
      : t('rechunk.begun', { count: documents, shown: count(documents) }));
    void cache.invalidateQueries({ queryKey: baseQuery(ws, base.id).queryKey });
    void cache.invalidateQueries({ queryKey: documentsKey(ws, base.id) });
  };
  return (
    <div className="md-rechunk">
      <Button onClick={() => setAsking(true)} disabled={isDirty}>{t('rechunk')}</Button>
      <span className="md-meta">{t(isDirty ? 'rechunk.save_first' : 'rechunk.help')}</span>
      <ConfirmDestructive
        open={isAsking} onClose={() => setAsking(false)} title={t('rechunk.title', { count: base.document_count, shown: count(base.document_count) })}
        consequence={t('rechunk.consequence')} verb={t('rechunk')} onConfirm={rechunk}
      />
    </div>
  );
}

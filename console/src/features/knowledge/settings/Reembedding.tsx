import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query';
import { Button, Form, Progress } from 'antd';
import { useTranslation } from 'react-i18next';
import { api } from '../../../api/client';
import { problemText } from '../../../api/problem';
import { useCan, useWorkspaceId } from '../../../api/queries';
import { count } from '../../../ui/format';
import { basePath, baseQuery } from '../queries';
import type { KnowledgeBase } from '../types';
import './Reembedding.css';

/** A change of the embedding model on its way: how far it is, and a way back. The present vectors are searched meanwhile. */
export function Reembedding({ base }: { base: KnowledgeBase }) {
  const { t } = useTranslation('bases');
  const ws = useWorkspaceId();
  const cache = useQueryClient();
  const mayChange = useCan('knowledge.update');
  const form = Form.useFormInstance<KnowledgeBase>();
  const isUnderWay = base.reembedding?.model != null;
  // Nobody announces each step; whoever looks at it asks for it.
  useQuery({ ...baseQuery(ws, base.id), enabled: isUnderWay, refetchInterval: isUnderWay ? 2000 : false });
  const cancel = useMutation({
    mutationFn: () => api.post<KnowledgeBase>(`${basePath(base.id)}/reembedding/cancel`),
    onSuccess: (answer) => {
      cache.setQueryData(baseQuery(ws, base.id).queryKey, answer);
      // Else saving another field would begin the change again.
      form.setFieldsValue({ indexing: answer.indexing, embedding_model: answer.embedding_model });
    },
  });
  if (!base.reembedding) return null;

  const { model, done, total, error } = base.reembedding;
  if (model === null) return <p role="alert" className="md-reembedding md-reembedding-failed">{t('reembedding.failed', { error })}</p>;
  return (
    <div className="md-reembedding" role="status">
      <p>{t('reembedding.title', { model })} <span className="md-num">{count(done)} / {count(total)}</span></p>
      <Progress percent={total === 0 ? 0 : Math.floor((done / total) * 100)} size="small" status="active" aria-label={t('reembedding.title', { model })} />
      <p className="md-meta">{t('reembedding.help')}</p>
      {mayChange && <Button size="small" loading={cancel.isPending} onClick={() => cancel.mutate()}>{t('reembedding.cancel')}</Button>}
      {cancel.error && <p role="alert" className="md-reembedding-failed">{problemText(cancel.error)}</p>}
    </div>
  );
}

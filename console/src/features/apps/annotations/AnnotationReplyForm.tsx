import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query';
import { Button, InputNumber } from 'antd';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { api } from '../../../api/client';
import { useWorkspaceId } from '../../../api/queries';
import { Result } from '../../../ui/faces/Result';
import { FailureNote } from '../../../ui/form/FailureNote';
import { Field } from '../../../ui/form/Field';
import { percent } from '../../../ui/format';
import { ModelSelect } from '../../../ui/models/ModelSelect';
import { StateTag } from '../../../ui/states/StateTag';
import { SwitchLine } from '../editor/SwitchLine';
import { jobQuery, replyPath, replyQuery, type ReplySettings } from './queries';

/** Whether and when annotations are the answer. It holds at once, for the live version too. */
export function AnnotationReplyForm({ app }: { app: string }) {
  const query = useQuery(replyQuery(useWorkspaceId(), app));
  return <Result query={query} compact>{(settings) => <Form app={app} settings={settings} />}</Result>;
}

function Form({ app, settings }: { app: string; settings: ReplySettings }) {
  const { t } = useTranslation('annotations');
  const ws = useWorkspaceId();
  const cache = useQueryClient();
  const [threshold, setThreshold] = useState(settings.score_threshold);
  const [model, setModel] = useState(settings.embedding_model);
  const save = useMutation({
    mutationFn: (enabled: boolean) => api.put<ReplySettings>(replyPath(app), {
      enabled, score_threshold: threshold, embedding_model: model ?? undefined,
    }),
    onSuccess: (saved) => {
      setModel(saved.embedding_model);
      cache.setQueryData(replyQuery(ws, app).queryKey, saved);
    },
  });
  const isOn = save.isPending ? save.variables : settings.enabled;
  const isChanged = threshold !== settings.score_threshold || model !== settings.embedding_model;

  return (
    <>
      <SwitchLine checked={isOn} onChange={(enabled) => save.mutate(enabled)}>{t('reply.enable')}</SwitchLine>
      {isOn && (
        <>
          <Field label={t('reply.threshold')} help={t('reply.threshold.help')}>
            {(control) => (
              <InputNumber
                {...control} min={0} max={1} step={0.01} value={threshold} style={{ width: '100%' }}
                onChange={(next) => next !== null && setThreshold(next)}
              />
            )}
          </Field>
          <Field label={t('reply.model')} help={t('reply.model.help')}>
            {(control) => (
              <ModelSelect id={control.id} type="embedding" value={model} placeholder={t('reply.model.default')} onChange={setModel} />
            )}
          </Field>
          {isChanged && (
            <div><Button type="primary" size="small" loading={save.isPending} onClick={() => save.mutate(true)}>{t('common:save')}</Button></div>
          )}
        </>
      )}
      <FailureNote error={save.error} />
      <ReplyJob id={settings.job_id} />
    </>
  );
}

function ReplyJob({ id }: { id: string | null }) {
  const { t } = useTranslation('annotations');
  const { data: job } = useQuery(jobQuery(useWorkspaceId(), id));
  if (!job || job.state === 'succeeded') return null;
  return (
    <p role="status">
      <StateTag state={job.state} /> {t('reply.job')}{' '}
      {job.state === 'running' && <span className="md-num">{percent(job.progress)}</span>}
      {job.error && <span className="md-field-error"> {job.error}</span>}
    </p>
  );
}

import { useQuery, useQueryClient } from '@tanstack/react-query';
import { Form, Input, Select, Switch } from 'antd';
import { useTranslation } from 'react-i18next';
import { api } from '../../../api/client';
import { useWorkspaceId } from '../../../api/queries';
import { Loading } from '../../../ui/faces/Loading';
import { ErrorFace } from '../../../ui/faces/ErrorFace';
import { FormDrawer } from '../../../ui/form/FormDrawer';
import { toast } from '../../../ui/toast/toast';
import { evaluationKey, setsQuery } from '../evaluation/queries';

interface Chosen {
  set?: string;
  name?: string;
  keep_answers: boolean;
}

/** Keeps a question as a case of a test set, an old one or a new one. */
export function AddToSetDrawer({ app, message, onClose }: { app: string; message: string; onClose: () => void }) {
  const { t } = useTranslation('appLogs');
  const ws = useWorkspaceId();
  const cache = useQueryClient();
  const sets = useQuery(setsQuery(ws, app));
  const add = async ({ set, name, keep_answers }: Chosen) => {
    const id = set ?? (await api.post<{ id: string }>(`/api/v1/apps/${app}/test-sets`, { name: name?.trim() })).id;
    await api.post(`/api/v1/apps/${app}/test-sets/${id}/cases/from-messages`, { message_ids: [message], keep_answers });
    await cache.invalidateQueries({ queryKey: evaluationKey(ws, app) });
    toast(t('add_to_set.done'));
  };
  if (sets.isError) return <ErrorFace compact error={sets.error} onRetry={() => void sets.refetch()} />;
  if (!sets.data) return <Loading rows={2} />;
  return (
    <FormDrawer<Chosen>
      title={t('add_to_set')} open onClose={onClose} submitLabel={t('add_to_set.act')} width={480} onSubmit={add}
      initialValues={{ set: sets.data[0]?.id, keep_answers: true }}
    >
      {sets.data.length > 0
        ? (
          <Form.Item name="set" label={t('add_to_set.set')} rules={[{ required: true }]}>
            <Select options={sets.data.map(({ id, name }) => ({ value: id, label: name }))} />
          </Form.Item>
        )
        : (
          <Form.Item name="name" label={t('add_to_set.new')} rules={[{ required: true, whitespace: true, message: t('common:form.required', { field: t('add_to_set.new') }) }]}>
            <Input maxLength={100} />
          </Form.Item>
        )}
      <Form.Item name="keep_answers" label={t('add_to_set.keep')} valuePropName="checked" extra={t('add_to_set.keep.text')}>
        <Switch />
      </Form.Item>
    </FormDrawer>
  );
}

import { useQuery } from '@tanstack/react-query';
import { Form, Input } from 'antd';
import { useTranslation } from 'react-i18next';
import { api } from '../../../api/client';
import { useWorkspaceId } from '../../../api/queries';
import type { Page } from '../../../api/types';
import { FormDrawer } from '../../../ui/form/FormDrawer';
import { toast } from '../../../ui/toast/toast';
import type { LogMessage } from './types';

interface Annotation {
  id: string;
  question: string;
  answer: string;
}

interface AnnotateDrawerProps {
  app: string;
  entry: LogMessage;
  open: boolean;
  onClose: () => void;
  onDone: () => unknown;
}

/** Writes the answer that the app is to give from now on. */
export function AnnotateDrawer({ app, entry: { message, annotation_id: known }, open, onClose, onDone }: AnnotateDrawerProps) {
  const { t } = useTranslation('appLogs');
  const ws = useWorkspaceId();
  const path = `/api/v1/apps/${app}/annotations`;
  // The list is searched by the question: an annotation has no address of its own.
  const before = useQuery({
    queryKey: ['apps', ws, 'annotation', known],
    queryFn: async ({ signal }) =>
      (await api.get<Page<Annotation>>(path, { signal, query: { limit: 100, keyword: message.query.slice(0, 200) } }))
        .data.find(({ id }) => id === known) ?? null,
    enabled: open && known !== null,
    staleTime: 0,
  });
  if (known !== null && !before.isFetched) return null;
  return (
    <FormDrawer<{ question: string; answer: string }>
      title={t(known ? 'annotate.change' : 'annotate')} open={open} onClose={onClose} submitLabel={t('common:save')} width={480}
      initialValues={{ question: before.data?.question ?? message.query.slice(0, 2000), answer: before.data?.answer ?? message.answer.slice(0, 20_000) }}
      onSubmit={async (values) => {
        await (before.data ? api.patch(`${path}/${before.data.id}`, values) : api.post(path, { ...values, message_id: message.id }));
        await onDone();
        toast(t('annotate.done'));
      }}
    >
      <p className="md-soft">{t('annotate.text')}</p>
      <Form.Item name="question" label={t('annotate.question')} rules={[{ required: true, whitespace: true, message: t('common:form.required', { field: t('annotate.question') }) }]}>
        <Input.TextArea maxLength={2000} autoSize={{ minRows: 1, maxRows: 6 }} />
      </Form.Item>
      <Form.Item name="answer" label={t('annotate.answer')} rules={[{ required: true, whitespace: true, message: t('common:form.required', { field: t('annotate.answer') }) }]}>
        <Input.TextArea maxLength={20_000} autoSize={{ minRows: 4, maxRows: 16 }} />
      </Form.Item>
    </FormDrawer>
  );
}

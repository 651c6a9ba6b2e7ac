import { Form, Input } from 'antd';
import { useTranslation } from 'react-i18next';
import { api } from '../../../api/client';
import { FormDrawer } from '../../../ui/form/FormDrawer';
import { annotationsPath } from './queries';

interface Values {
  question: string;
  answer: string;
}

/** A question and its answer, written by hand. */
export function NewAnnotation({ app, onClose, onMade }: { app: string; onClose: () => void; onMade: () => Promise<unknown> }) {
  const { t } = useTranslation('annotations');
  const needed = (field: string) => [{ required: true, whitespace: true, message: t('common:form.required', { field }) }];
  return (
    <FormDrawer<Values>
      title={t('new')} open onClose={onClose} submitLabel={t('common:save')}
      onSubmit={async (values) => {
        await api.post(annotationsPath(app), values);
        await onMade();
      }}
    >
      <Form.Item name="question" label={t('question')} rules={needed(t('question'))}>
        <Input.TextArea autoFocus maxLength={2000} autoSize={{ minRows: 2, maxRows: 6 }} />
      </Form.Item>
      <Form.Item name="answer" label={t('answer')} extra={t('answer.help')} rules={needed(t('answer'))}>
        <Input.TextArea maxLength={20_000} autoSize={{ minRows: 4, maxRows: 16 }} />
      </Form.Item>
    </FormDrawer>
  );
}

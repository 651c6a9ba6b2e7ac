import { Form, Input } from 'antd';
import { useTranslation } from 'react-i18next';
import { api } from '../../../api/client';
import { FormDrawer } from '../../../ui/form/FormDrawer';
import type { LogMessage } from './types';

interface CommentDrawerProps {
  app: string;
  entry: LogMessage;
  open: boolean;
  onClose: () => void;
  onDone: () => unknown;
}

/** Why somebody who looks after the app finds an answer good or bad. */
export function CommentDrawer({ app, entry: { message, operator_feedback: said }, open, onClose, onDone }: CommentDrawerProps) {
  const { t } = useTranslation('appLogs');
  if (!said) return null;
  return (
    <FormDrawer<{ content?: string }>
      title={t('comment')} open={open} onClose={onClose} submitLabel={t('common:save')} width={480}
      initialValues={{ content: said.content ?? '' }}
      onSubmit={async ({ content }) => {
        await api.put(`/api/v1/apps/${app}/messages/${message.id}/operator-feedback`, { rating: said.rating, content: content?.trim() || null });
        await onDone();
      }}
    >
      <Form.Item name="content" label={t('comment.text')}>
        <Input.TextArea maxLength={4000} autoSize={{ minRows: 3, maxRows: 10 }} autoFocus />
      </Form.Item>
    </FormDrawer>
  );
}

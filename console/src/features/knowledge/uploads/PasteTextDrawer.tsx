import { useQueryClient } from '@tanstack/react-query';
import { Form, Input, Select } from 'antd';
import { useTranslation } from 'react-i18next';
import { api } from '../../../api/client';
import { useWorkspaceId } from '../../../api/queries';
import { FormDrawer } from '../../../ui/form/FormDrawer';
import { toast } from '../../../ui/toast/toast';
import { keepDocument } from '../documentCache';
import { basePath } from '../queries';
import type { DuplicateRule, KnowledgeDocument } from '../types';
import { duplicateRules } from './duplicateRule';

interface PastedText {
  name: string;
  text: string;
  duplicate: DuplicateRule;
}

/** Makes a document of a text that is typed or pasted. */
export function PasteTextDrawer({ base, open, onClose }: { base: string; open: boolean; onClose: () => void }) {
  const { t } = useTranslation('documents');
  const ws = useWorkspaceId();
  const cache = useQueryClient();
  const add = async (wanted: PastedText) => {
    const document = await api.post<KnowledgeDocument>(`${basePath(base)}/documents/text`, wanted);
    keepDocument(cache, ws, document);
    if (document.outcome === 'skipped') toast(t('upload.skipped'));
  };
  const required = (field: string) => ({
    required: true, whitespace: true, message: t('common:form.required', { field }),
  });

  return (
    <FormDrawer<PastedText>
      title={t('paste.title')} open={open} onClose={onClose} submitLabel={t('paste.add')} onSubmit={add} width={720}
      initialValues={{ duplicate: 'new_version' }}
    >
      <Form.Item name="name" label={t('paste.name')} extra={t('paste.name.help')} rules={[required(t('paste.name'))]}>
        <Input maxLength={255} autoFocus />
      </Form.Item>
      <Form.Item name="text" label={t('paste.text')} rules={[required(t('paste.text'))]}>
        <Input.TextArea rows={16} showCount />
      </Form.Item>
      <Form.Item name="duplicate" label={t('duplicate.title')} rules={[{ required: true }]}>
        <Select options={duplicateRules.map((value) => ({ value, label: t(`duplicate.${value}`) }))} />
      </Form.Item>
    </FormDrawer>
  );
}

import { useQueryClient } from '@tanstack/react-query';
import { Button, Form, Input } from 'antd';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { api } from '../../../api/client';
import { Problem } from '../../../api/problem';
import { useCan, useWorkspaceId } from '../../../api/queries';
import { useActs } from '../../../ui/acts/acts';
import { FailureNote } from '../../../ui/form/FailureNote';
import { fieldErrors, type FieldError } from '../../../ui/form/fieldErrors';
import { toast } from '../../../ui/toast/toast';
import { basePath, baseQuery } from '../queries';
import { ChunkingFields } from '../settings/ChunkingFields';
import { EmbeddingField } from '../settings/EmbeddingField';
import { RetrievalFields } from '../settings/RetrievalFields';
import type { KnowledgeBase } from '../types';

/** Name, cutting and searching of a base. */
export function BaseSettingsForm({ base }: { base: KnowledgeBase }) {
  const { t } = useTranslation('knowledge');
  const [form] = Form.useForm<KnowledgeBase>();
  const allowed = useCan('knowledge.update');
  const [isDirty, setDirty] = useState(false);
  const { save, isBusy, failure } = useSave(base, (fields) => {
    form.setFields(fields as Parameters<typeof form.setFields>[0]);
  });
  useActs(allowed ? [{ id: 'knowledge.save', label: t('common:save'), keys: 'mod+s', group: 'object', run: form.submit }] : []);

  return (
    <Form<KnowledgeBase>
      form={form}
      layout="vertical"
      disabled={!allowed}
      requiredMark={false}
      validateTrigger="onBlur"
      initialValues={base}
      onValuesChange={() => setDirty(true)}
      onFinish={(values) => void save(values).then((saved) => setDirty(!saved))}
      scrollToFirstError={{ focus: true }}
    >
      <h2>{t('settings.general')}</h2>
      <Form.Item name="name" label={t('field.name')} rules={[{ required: true, whitespace: true, message: t('field.name.missing') }]}>
        <Input maxLength={100} />
      </Form.Item>
      <Form.Item name="description" label={t('field.description')} extra={t('field.description.help')}>
        <Input.TextArea autoSize={{ minRows: 2, maxRows: 6 }} maxLength={2000} />
      </Form.Item>
      <Form.Item noStyle name="indexing"><input type="hidden" /></Form.Item>

      <h2>{t('section.chunking')}</h2>
      <p className="md-meta md-field-note">{t('settings.chunking.help')}</p>
      <ChunkingFields />

      <h2>{t('section.search')}</h2>
      <EmbeddingField fixed={base.document_count > 0} />
      <RetrievalFields />

      <FailureNote error={failure} />
      {allowed && (
        <div className="md-base-settings-save">
          <Button type="primary" htmlType="submit" loading={isBusy}>{t('common:save')}</Button>
          {isDirty && <span className="md-meta">{t('settings.unsaved')}</span>}
        </div>
      )}
    </Form>
  );
}

function useSave(base: KnowledgeBase, onRefused: (fields: FieldError[]) => void) {
  const { t } = useTranslation('knowledge');
  const ws = useWorkspaceId();
  const cache = useQueryClient();
  const [isBusy, setBusy] = useState(false);
  const [failure, setFailure] = useState<unknown>();

  const save = async (values: KnowledgeBase): Promise<boolean> => {
    setBusy(true);
    setFailure(undefined);
    const { name, description, chunking, retrieval, embedding_model } = values;
    // The model is settled with the first document, and economy has none: sending it again would be refused.
    const model = base.document_count === 0 && base.indexing === 'high_quality' ? { embedding_model } : {};
    try {
      const saved = await api.patch<KnowledgeBase>(basePath(base.id), {
        name, description, chunking, ...model, retrieval: { ...base.retrieval, ...retrieval },
      });
      cache.setQueryData(baseQuery(ws, base.id).queryKey, saved);
      void cache.invalidateQueries({ queryKey: ['knowledge', ws, 'bases'] });
      toast(t('settings.saved'));
      return true;
    } catch (error) {
      setFailure(error);
      if (error instanceof Problem) onRefused(fieldErrors(error));
      return false;
    } finally {
      setBusy(false);
    }
  };
  return { save, isBusy, failure };
}

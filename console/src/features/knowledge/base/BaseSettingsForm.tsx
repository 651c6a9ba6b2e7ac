import { Button, Form, Input } from 'antd';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { useCan } from '../../../api/queries';
import { useActs } from '../../../ui/acts/acts';
import { FailureNote } from '../../../ui/form/FailureNote';
import { ChunkingFields } from '../settings/ChunkingFields';
import { ChunkPreview } from '../settings/ChunkPreview';
import { EnrichmentFields } from '../settings/EnrichmentFields';
import { IndexFields } from '../settings/IndexFields';
import { ReadingFields } from '../settings/ReadingFields';
import { RechunkSection } from '../settings/RechunkSection';
import { RetrievalFields } from '../settings/RetrievalFields';
import { Section } from '../settings/Section';
import { ExternalSource } from '../settings/ExternalSource';
import type { KnowledgeBase } from '../types';
import { useSaveBase } from './useSaveBase';

/** Name, reading, cutting and searching of a base: what is saved together. */
export function BaseSettingsForm({ base }: { base: KnowledgeBase }) {
  const { t } = useTranslation(['knowledge', 'bases']);
  const [form] = Form.useForm<KnowledgeBase>();
  const allowed = useCan('knowledge.update');
  const [isDirty, setDirty] = useState(false);
  const isExternal = base.external_api_id !== null;
  const { save, isBusy, failure } = useSaveBase(base, (fields) => {
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
      <Section id="general" title={t('settings.general')}>
        <Form.Item name="name" label={t('field.name')} rules={[{ required: true, whitespace: true, message: t('field.name.missing') }]}>
          <Input maxLength={100} />
        </Form.Item>
        <Form.Item name="description" label={t('field.description')} extra={t('field.description.help')}>
          <Input.TextArea autoSize={{ minRows: 2, maxRows: 6 }} maxLength={2000} />
        </Form.Item>
      </Section>
      {isExternal ? <ExternalSource base={base} /> : (
        <>
          <Section id="index" title={t('bases:section.index')}><IndexFields base={base} /></Section>
          <Section id="chunking" title={t('section.chunking')} text={t('settings.chunking.help')}>
            <ChunkingFields />
            <ChunkPreview initial={base.chunking} />
            {allowed && <RechunkSection base={base} isDirty={isDirty} />}
          </Section>
          <Section id="reading" title={t('bases:section.reading')} text={t('bases:section.reading.text')}><ReadingFields /></Section>
          <Section id="enrichment" title={t('bases:section.enrichment')} text={t('bases:section.enrichment.text')}><EnrichmentFields /></Section>
        </>
      )}
      <Section id="search" title={t('bases:section.search')}><RetrievalFields base={isExternal ? undefined : base.id} /></Section>

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

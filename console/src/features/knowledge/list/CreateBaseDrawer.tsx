import { useQueryClient } from '@tanstack/react-query';
import { Collapse, Form, Input, InputNumber } from 'antd';
import { useTranslation } from 'react-i18next';
import { useNavigate } from 'react-router';
import { api } from '../../../api/client';
import { useWorkspaceId } from '../../../api/queries';
import { FormDrawer } from '../../../ui/form/FormDrawer';
import { defaultChunking, defaultRetrieval } from '../defaults';
import { Choices } from '../settings/Choices';
import { ChunkingFields } from '../settings/ChunkingFields';
import { ChunkPreview } from '../settings/ChunkPreview';
import { EmbeddingField } from '../settings/EmbeddingField';
import { EnrichmentFields } from '../settings/EnrichmentFields';
import { ExternalFields } from '../settings/ExternalFields';
import { ReadingFields } from '../settings/ReadingFields';
import { RetrievalFields } from '../settings/RetrievalFields';
import type { KnowledgeBase } from '../types';
import { forServer, type NewBase } from './newBase';

const initialValues: Partial<NewBase> = {
  kind: 'own', indexing: 'high_quality', chunking: defaultChunking, retrieval: defaultRetrieval,
  reading: { ocr: 'auto', ocr_languages: null }, enrichment: { summary: false, questions: 0, context: false, model: null },
};

/** Makes a knowledge base and goes there. A name is enough; the rest has defaults and is folded away. */
export function CreateBaseDrawer({ open, onClose }: { open: boolean; onClose: () => void }) {
  const { t } = useTranslation(['knowledge', 'bases']);
  const ws = useWorkspaceId();
  const navigate = useNavigate();
  const cache = useQueryClient();

  const create = async (values: NewBase) => {
    const base = await api.post<KnowledgeBase>('/api/v1/knowledge-bases', forServer(values));
    void cache.invalidateQueries({ queryKey: ['knowledge', ws, 'bases'] });
    // After the drawer has closed, because closing it writes to the address of the list.
    setTimeout(() => void navigate(`/w/${ws}/knowledge/${base.id}`));
  };

  return (
    <FormDrawer<NewBase>
      title={t('list.new')} open={open} onClose={onClose} submitLabel={t('create.submit')} onSubmit={create}
      initialValues={initialValues} width={720}
    >
      <Form.Item name="name" label={t('field.name')} rules={[{ required: true, whitespace: true, message: t('field.name.missing') }]}>
        <Input maxLength={100} autoFocus placeholder={t('field.name.example')} />
      </Form.Item>
      <Form.Item name="description" label={t('field.description')} extra={t('field.description.help')}>
        <Input.TextArea autoSize={{ minRows: 2, maxRows: 6 }} maxLength={2000} />
      </Form.Item>
      <Form.Item name="kind" label={t('bases:create.kind')} rules={[{ required: true }]}>
        <Choices values={['own', 'external']} word={(value) => t(`bases:kind.${value}`)} />
      </Form.Item>
      <Form.Item noStyle dependencies={['kind']}>
        {({ getFieldValue }) => (getFieldValue('kind') === 'external' ? <ExternalPart /> : <OwnPart />)}
      </Form.Item>
    </FormDrawer>
  );
}

function OwnPart() {
  const { t } = useTranslation(['knowledge', 'bases']);
  return (
    <>
      <Form.Item name="indexing" label={t('field.indexing')} rules={[{ required: true }]}>
        <Choices values={['high_quality', 'economy']} word={(value) => t(`indexing.${value}`)} />
      </Form.Item>
      <Collapse
        ghost
        size="small"
        styles={{ header: { paddingInline: 0 }, body: { paddingInline: 0 } }}
        items={[
          { key: 'chunking', label: t('section.chunking'), forceRender: true, children: <><ChunkingFields /><ChunkPreview initial={defaultChunking} /></> },
          { key: 'reading', label: t('bases:section.reading'), forceRender: true, children: <ReadingFields /> },
          { key: 'enrichment', label: t('bases:section.enrichment'), forceRender: true, children: <EnrichmentFields /> },
          { key: 'search', label: t('section.search'), forceRender: true, children: <><EmbeddingField /><RetrievalFields /></> },
        ]}
      />
    </>
  );
}

function ExternalPart() {
  const { t } = useTranslation(['knowledge', 'bases']);
  return (
    <>
      <ExternalFields />
      <div className="md-field-pair">
        <Form.Item name={['retrieval', 'top_k']} label={t('field.top_k')} rules={[{ required: true, message: t('field.number.missing') }]}>
          <InputNumber className="md-field-number" min={1} max={100} />
        </Form.Item>
        <Form.Item name={['retrieval', 'score_threshold']} label={t('field.threshold')}>
          <InputNumber className="md-field-number" min={0} max={1} step={0.05} placeholder={t('field.threshold.none')} />
        </Form.Item>
      </div>
    </>
  );
}

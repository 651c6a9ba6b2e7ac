import { useQueryClient } from '@tanstack/react-query';
import { Collapse, Form, Input, Radio } from 'antd';
import { useTranslation } from 'react-i18next';
import { useNavigate } from 'react-router';
import { api } from '../../../api/client';
import { useWorkspaceId } from '../../../api/queries';
import { FormDrawer } from '../../../ui/form/FormDrawer';
import { defaultChunking, defaultRetrieval } from '../defaults';
import { ChunkingFields } from '../settings/ChunkingFields';
import { EmbeddingField } from '../settings/EmbeddingField';
import { RetrievalFields } from '../settings/RetrievalFields';
import type { ChunkingSettings, Indexing, KnowledgeBase, RetrievalSettings } from '../types';

interface NewBase {
  name: string;
  description?: string;
  indexing: Indexing;
  chunking: ChunkingSettings;
  embedding_model?: string | null;
  retrieval: RetrievalSettings;
}

const initialValues: Partial<NewBase> = {
  indexing: 'high_quality', chunking: defaultChunking, retrieval: defaultRetrieval,
};

/** Makes a knowledge base and goes there. A name is enough; the rest has defaults and is folded away. */
export function CreateBaseDrawer({ open, onClose }: { open: boolean; onClose: () => void }) {
  const { t } = useTranslation('knowledge');
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
      initialValues={initialValues}
    >
      <Form.Item name="name" label={t('field.name')} rules={[{ required: true, whitespace: true, message: t('field.name.missing') }]}>
        <Input maxLength={100} autoFocus placeholder={t('field.name.example')} />
      </Form.Item>
      <Form.Item name="description" label={t('field.description')} extra={t('field.description.help')}>
        <Input.TextArea autoSize={{ minRows: 2, maxRows: 6 }} maxLength={2000} />
      </Form.Item>
      <Form.Item name="indexing" label={t('field.indexing')} rules={[{ required: true }]}>
        <Radio.Group
          className="md-choices"
          options={(['high_quality', 'economy'] as const).map((value) => ({
            value,
            label: <>{t(`indexing.${value}`)}<small>{t(`indexing.${value}.help`)}</small></>,
          }))}
        />
      </Form.Item>
      <Collapse
        ghost
        size="small"
        styles={{ header: { paddingInline: 0 }, body: { paddingInline: 0 } }}
        items={[
          { key: 'chunking', label: t('section.chunking'), forceRender: true, children: <ChunkingFields /> },
          {
            key: 'search', label: t('section.search'), forceRender: true,
            children: <><EmbeddingField /><RetrievalFields /></>,
          },
        ]}
      />
    </FormDrawer>
  );
}

function forServer(values: NewBase): NewBase {
  if (values.indexing === 'high_quality') return values;
  const { embedding_model: _none, ...rest } = values;
  // Without vectors there is only one way to search.
  return { ...rest, retrieval: { ...values.retrieval, method: 'keyword_search' } };
}

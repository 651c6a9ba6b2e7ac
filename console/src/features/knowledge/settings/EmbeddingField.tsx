import { Form } from 'antd';
import { useTranslation } from 'react-i18next';
import { ModelSelect } from '../../../ui/models/ModelSelect';

/** The embedding model; only where there are vectors. With documents a change makes all vectors anew. */
export function EmbeddingField({ hasDocuments = false }: { hasDocuments?: boolean }) {
  const { t } = useTranslation(['knowledge', 'bases']);
  const indexing = Form.useWatch<string>('indexing');
  if (indexing === 'economy') return null;
  return (
    <Form.Item
      name="embedding_model" label={t('field.embedding_model')}
      extra={t(hasDocuments ? 'bases:embedding.change.help' : 'field.embedding_model.help')}
    >
      <ModelSelect type="embedding" placeholder={t('model.default')} />
    </Form.Item>
  );
}

import { Form } from 'antd';
import { useTranslation } from 'react-i18next';
import { ModelSelect } from '../../../ui/models/ModelSelect';

/** The embedding model; only where there are vectors. Fixed once a base has documents. */
export function EmbeddingField({ fixed = false }: { fixed?: boolean }) {
  const { t } = useTranslation('knowledge');
  const indexing = Form.useWatch<string>('indexing');
  if (indexing === 'economy') return null;
  return (
    <Form.Item
      name="embedding_model" label={t('field.embedding_model')}
      extra={t(fixed ? 'field.embedding_model.fixed' : 'field.embedding_model.help')}
    >
      <ModelSelect type="embedding" placeholder={t('model.default')} disabled={fixed} />
    </Form.Item>
  );
}

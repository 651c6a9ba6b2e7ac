import { Form } from 'antd';
import { useTranslation } from 'react-i18next';
import type { KnowledgeBase } from '../types';
import { Choices } from './Choices';
import { EmbeddingField } from './EmbeddingField';
import { Reembedding } from './Reembedding';

/** What a base can be searched by. An economy base can become one of high quality; there is no way back. */
export function IndexFields({ base }: { base: KnowledgeBase }) {
  const { t } = useTranslation(['knowledge', 'bases']);
  return (
    <>
      <Reembedding base={base} />
      {base.indexing === 'economy' ? (
        <Form.Item name="indexing" label={t('field.indexing')} extra={t('bases:indexing.upgrade')}>
          <Choices values={['economy', 'high_quality']} word={(value) => t(`indexing.${value}`)} />
        </Form.Item>
      ) : (
        <>
          <p className="md-soft md-field-note">{t('indexing.high_quality')} – {t('indexing.high_quality.help')}</p>
          <Form.Item noStyle name="indexing"><input type="hidden" /></Form.Item>
        </>
      )}
      <EmbeddingField hasDocuments={base.document_count > 0} />
    </>
  );
}

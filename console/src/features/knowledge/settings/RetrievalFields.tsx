import { Checkbox, Form, InputNumber, Select } from 'antd';
import { useTranslation } from 'react-i18next';
import { ModelSelect } from '../../../ui/models/ModelSelect';
import './fields.css';

/** The ways to search a base that has vectors. */
export const searchMethods = ['hybrid_search', 'semantic_search', 'full_text_search'] as const;

/** How a base is searched; inside a form whose values have `retrieval` and `indexing`. */
export function RetrievalFields() {
  const { t } = useTranslation('knowledge');
  const indexing = Form.useWatch<string>('indexing');
  const reranks = Form.useWatch<boolean>(['retrieval', 'rerank']);
  return (
    <>
      {indexing === 'economy' ? (
        <p className="md-soft md-field-note">{t('method.economy')}</p>
      ) : (
        <Form.Item name={['retrieval', 'method']} label={t('field.method')} rules={[{ required: true }]} extra={t('field.method.help')}>
          <Select options={searchMethods.map((value) => ({ value, label: t(`method.${value}`) }))} />
        </Form.Item>
      )}
      <div className="md-field-pair">
        <Form.Item
          name={['retrieval', 'top_k']} label={t('field.top_k')} extra={t('field.top_k.help')}
          rules={[{ required: true, message: t('field.number.missing') }]}
        >
          <InputNumber className="md-field-number" min={1} max={100} />
        </Form.Item>
        <Form.Item name={['retrieval', 'score_threshold']} label={t('field.threshold')} extra={t('field.threshold.help')}>
          <InputNumber className="md-field-number" min={0} max={1} step={0.05} placeholder={t('field.threshold.none')} />
        </Form.Item>
      </div>
      <Form.Item name={['retrieval', 'rerank']} valuePropName="checked" rules={[{ required: true }]} extra={t('field.rerank.help')}>
        <Checkbox>{t('field.rerank')}</Checkbox>
      </Form.Item>
      {reranks && (
        <Form.Item name={['retrieval', 'rerank_model']} label={t('field.rerank_model')}>
          <ModelSelect type="rerank" placeholder={t('model.default')} />
        </Form.Item>
      )}
    </>
  );
}

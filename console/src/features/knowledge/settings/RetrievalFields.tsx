import { Checkbox, Form, InputNumber, Select } from 'antd';
import { useTranslation } from 'react-i18next';
import { ModelSelect } from '../../../ui/models/ModelSelect';
import { FilterField } from './FilterField';
import { FusionFields } from './FusionFields';
import { RewritingField } from './RewritingField';
import { searchMethods } from './searchMethods';
import './fields.css';

interface RetrievalFieldsProps {
  /** The base whose metadata can be filtered by; without one there is nothing to filter yet. */
  base?: string;
  /** Without the sentences below the fields, where somebody tries values out. */
  terse?: boolean;
}

/** How a base is searched; inside a form whose values have `retrieval` and `indexing`. */
export function RetrievalFields({ base, terse = false }: RetrievalFieldsProps) {
  const { t } = useTranslation(['knowledge', 'bases']);
  const indexing = Form.useWatch<string>('indexing');
  const method = Form.useWatch<string>(['retrieval', 'method']);
  const mode = Form.useWatch<string>(['retrieval', 'reranking_mode']);
  const reranks = Form.useWatch<boolean>(['retrieval', 'rerank']);
  const isHybrid = indexing !== 'economy' && method === 'hybrid_search';
  const isOrderedByModel = isHybrid && mode === 'reranking_model';
  const help = (key: string) => (terse ? undefined : t(key));
  return (
    <>
      {indexing === 'economy' ? (
        <p className="md-soft md-field-note">{t('method.economy')}</p>
      ) : (
        <Form.Item name={['retrieval', 'method']} label={t('field.method')} rules={[{ required: true }]} extra={help('field.method.help')}>
          <Select options={searchMethods.map((value) => ({ value, label: t(`method.${value}`) }))} />
        </Form.Item>
      )}
      {isHybrid && <FusionFields help={help} />}
      {!isOrderedByModel && (
        <Form.Item name={['retrieval', 'rerank']} valuePropName="checked" rules={[{ required: true }]} extra={help('field.rerank.help')}>
          <Checkbox>{t('field.rerank')}</Checkbox>
        </Form.Item>
      )}
      {(reranks || isOrderedByModel) && (
        <Form.Item name={['retrieval', 'rerank_model']} label={t('field.rerank_model')}>
          <ModelSelect type="rerank" placeholder={t('model.default')} />
        </Form.Item>
      )}
      <div className="md-field-pair">
        <Form.Item
          name={['retrieval', 'top_k']} label={t('field.top_k')} extra={help('field.top_k.help')}
          rules={[{ required: true, message: t('field.number.missing') }]}
        >
          <InputNumber className="md-field-number" min={1} max={100} />
        </Form.Item>
        <Form.Item name={['retrieval', 'score_threshold']} label={t('field.threshold')} extra={help('field.threshold.help')}>
          <InputNumber className="md-field-number" min={0} max={1} step={0.05} placeholder={t('field.threshold.none')} />
        </Form.Item>
      </div>
      <Form.Item name={['retrieval', 'neighbours']} label={t('bases:field.neighbours')} extra={help('bases:field.neighbours.help')}>
        <Select options={[0, 1, 2].map((value) => ({ value, label: t(`bases:field.neighbours.${value}`) }))} />
      </Form.Item>
      {base !== undefined && (
        <Form.Item name={['retrieval', 'filters']} label={t('bases:filter.title')} extra={help('bases:filter.help')}>
          <FilterField base={base} />
        </Form.Item>
      )}
      <Form.Item name={['retrieval', 'rewriting']} label={t('bases:rewriting.title')} extra={help('bases:rewriting.help')}>
        <RewritingField />
      </Form.Item>
    </>
  );
}

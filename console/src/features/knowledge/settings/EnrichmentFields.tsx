import { Checkbox, Form, InputNumber } from 'antd';
import { useTranslation } from 'react-i18next';
import { ModelSelect } from '../../../ui/models/ModelSelect';
import './fields.css';

/** What a chat model adds to chunks; inside a form whose values have `enrichment`. */
export function EnrichmentFields() {
  const { t } = useTranslation(['bases', 'knowledge']);
  const enrichment = Form.useWatch<{ summary?: boolean; context?: boolean; questions?: number } | undefined>('enrichment');
  const mode = Form.useWatch<string>(['chunking', 'mode']);
  const usesModel = enrichment?.summary || enrichment?.context || (enrichment?.questions ?? 0) > 0 || mode === 'qa';
  return (
    <>
      <Form.Item name={['enrichment', 'summary']} valuePropName="checked" rules={[{ required: true }]} extra={t('enrichment.summary.help')}>
        <Checkbox>{t('enrichment.summary')}</Checkbox>
      </Form.Item>
      <Form.Item name={['enrichment', 'context']} valuePropName="checked" rules={[{ required: true }]} extra={t('enrichment.context.help')}>
        <Checkbox>{t('enrichment.context')}</Checkbox>
      </Form.Item>
      <Form.Item
        name={['enrichment', 'questions']} label={t('enrichment.questions')} extra={t('enrichment.questions.help')}
        rules={[{ required: true, message: t('knowledge:field.number.missing') }]}
      >
        <InputNumber min={0} max={10} precision={0} />
      </Form.Item>
      <Form.Item name={['enrichment', 'model']} label={t('field.chat_model')} hidden={!usesModel} extra={t('enrichment.model.help')}>
        <ModelSelect type="llm" placeholder={t('knowledge:model.default')} />
      </Form.Item>
    </>
  );
}

import { Form, Select } from 'antd';
import { useTranslation } from 'react-i18next';
import { fusions } from './searchMethods';
import { WeightsField } from './WeightsField';

/** How a hybrid search makes one list of what words and meaning found. */
export function FusionFields({ help }: { help: (key: string) => string | undefined }) {
  const { t } = useTranslation('bases');
  const mode = Form.useWatch<string>(['retrieval', 'reranking_mode']);
  return (
    <>
      <Form.Item name={['retrieval', 'reranking_mode']} label={t('fusion.title')} extra={help(`bases:fusion.${mode ?? fusions[0]}.help`)}>
        <Select options={fusions.map((value) => ({ value, label: t(`fusion.${value}`) }))} />
      </Form.Item>
      {mode === 'weighted_score' && (
        <Form.Item name={['retrieval', 'weights']} label={t('weights.title')}><WeightsField /></Form.Item>
      )}
    </>
  );
}

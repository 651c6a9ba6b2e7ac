import { Form, InputNumber } from 'antd';
import { useTranslation } from 'react-i18next';

interface LengthFieldsProps {
  /** Names below `chunking`. */
  length: 'max_length' | 'child_max_length';
  overlap: 'overlap' | 'child_overlap';
  min: number;
  max: number;
}

/** How long a piece is and how much it repeats of the one before: at most half. */
export function LengthFields({ length, overlap, min, max }: LengthFieldsProps) {
  const { t } = useTranslation(['knowledge', 'bases']);
  const isChild = length === 'child_max_length';
  const required = { required: true, message: t('field.number.missing') };
  return (
    <div className="md-field-pair">
      <Form.Item
        name={['chunking', length]} label={t(isChild ? 'bases:chunking.child_max_length' : 'chunking.max_length')}
        extra={t(isChild ? 'bases:chunking.child_max_length.help' : 'chunking.max_length.help')}
        dependencies={isChild ? [['chunking', 'max_length'], ['chunking', 'parent_mode']] : undefined}
        rules={[
          required,
          ({ getFieldValue }) => ({
            validator: (_rule, value: number) => (
              isChild && getFieldValue(['chunking', 'parent_mode']) === 'paragraph' && value > getFieldValue(['chunking', 'max_length'])
                ? Promise.reject(new Error(t('bases:chunking.child_max_length.too_long')))
                : Promise.resolve()),
          }),
        ]}
      >
        <InputNumber className="md-field-number" min={min} max={max} step={isChild ? 20 : 50} suffix={t('unit.characters')} />
      </Form.Item>
      <Form.Item
        name={['chunking', overlap]} label={t(isChild ? 'bases:chunking.child_overlap' : 'chunking.overlap')}
        extra={t('chunking.overlap.help')}
        dependencies={[['chunking', length]]}
        rules={[
          required,
          ({ getFieldValue }) => ({
            validator: (_rule, value: number) => (value * 2 > getFieldValue(['chunking', length])
              ? Promise.reject(new Error(t('chunking.overlap.too_long')))
              : Promise.resolve()),
          }),
        ]}
      >
        <InputNumber className="md-field-number" min={0} max={max / 2} step={10} suffix={t('unit.characters')} />
      </Form.Item>
    </div>
  );
}

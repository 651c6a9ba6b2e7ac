import { Checkbox, Form, Input, InputNumber } from 'antd';
import { useTranslation } from 'react-i18next';
import './fields.css';

// The server keeps real line breaks; people read and type them with a backslash, which it understands too.
const visible = (value: unknown) => ({
  value: typeof value === 'string' ? value.replaceAll('\n', '\\n').replaceAll('\t', '\\t') : undefined,
});

/** How documents are cleaned and cut; inside a form whose values have `chunking`. */
export function ChunkingFields() {
  const { t } = useTranslation('knowledge');
  return (
    <>
      <Form.Item
        name={['chunking', 'separator']} label={t('chunking.separator')} extra={t('chunking.separator.help')}
        getValueProps={visible}
      >
        <Input className="md-mono" maxLength={50} />
      </Form.Item>
      <div className="md-field-pair">
        <Form.Item
          name={['chunking', 'max_length']} label={t('chunking.max_length')} extra={t('chunking.max_length.help')}
          rules={[{ required: true, message: t('field.number.missing') }]}
        >
          <InputNumber className="md-field-number" min={50} max={4000} step={50} suffix={t('unit.characters')} />
        </Form.Item>
        <Form.Item
          name={['chunking', 'overlap']} label={t('chunking.overlap')} extra={t('chunking.overlap.help')}
          dependencies={[['chunking', 'max_length']]}
          rules={[
            { required: true, message: t('field.number.missing') },
            ({ getFieldValue }) => ({
              validator: (_rule, value: number) => (value * 2 > getFieldValue(['chunking', 'max_length'])
                ? Promise.reject(new Error(t('chunking.overlap.too_long')))
                : Promise.resolve()),
            }),
          ]}
        >
          <InputNumber className="md-field-number" min={0} max={2000} step={10} suffix={t('unit.characters')} />
        </Form.Item>
      </div>
      <Form.Item noStyle name={['chunking', 'mode']}><input type="hidden" /></Form.Item>
      <Form.Item name={['chunking', 'remove_extra_spaces']} valuePropName="checked" className="md-field-check" rules={[{ required: true }]}>
        <Checkbox>{t('chunking.remove_extra_spaces')}</Checkbox>
      </Form.Item>
      <Form.Item name={['chunking', 'remove_urls_emails']} valuePropName="checked" rules={[{ required: true }]}>
        <Checkbox>{t('chunking.remove_urls_emails')}</Checkbox>
      </Form.Item>
    </>
  );
}

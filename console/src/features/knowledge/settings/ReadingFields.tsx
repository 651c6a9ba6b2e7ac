import { Form, Select } from 'antd';
import { useTranslation } from 'react-i18next';
import { Choices } from './Choices';
import './fields.css';

// As Tesseract names them.
const languages = ['chi_sim', 'chi_tra', 'eng', 'jpn', 'kor', 'deu', 'fra', 'spa', 'rus'] as const;

/** How scanned pages and pictures are read; inside a form whose values have `reading`. */
export function ReadingFields() {
  const { t } = useTranslation('bases');
  const ocr = Form.useWatch<string>(['reading', 'ocr']);
  return (
    <>
      <Form.Item name={['reading', 'ocr']} label={t('ocr.title')} rules={[{ required: true }]}>
        <Choices values={['auto', 'off']} word={(value) => t(`ocr.${value}`)} />
      </Form.Item>
      {ocr !== 'off' && (
        <Form.Item
          name={['reading', 'ocr_languages']} label={t('ocr.languages')} extra={t('ocr.languages.help')}
          getValueProps={(value: unknown) => ({ value: typeof value === 'string' && value !== '' ? value.split('+') : [] })}
          normalize={(value: string[]) => (value.length > 0 ? value.join('+') : null)}
          rules={[{ pattern: /^[A-Za-z_]{3,20}([+][A-Za-z_]{3,20})*$/, message: t('ocr.languages.invalid') }]}
        >
          <Select
            mode="tags" placeholder={t('ocr.languages.default')}
            options={languages.map((value) => ({ value, label: t(`language.${value}`) }))}
          />
        </Form.Item>
      )}
    </>
  );
}

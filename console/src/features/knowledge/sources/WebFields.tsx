import { Form, Input, InputNumber, Select } from 'antd';
import { useTranslation } from 'react-i18next';
import { LinesInput } from './LinesInput';
import { PatternFields } from './PatternFields';
import type { SourceValues } from './sourceForm';

const modes = ['urls', 'crawl', 'sitemap'] as const;

/** Which web pages are read: a list, whatever a page links to, or a sitemap. */
export function WebFields() {
  const { t } = useTranslation('sources');
  const form = Form.useFormInstance<SourceValues>();
  const mode = Form.useWatch(['settings', 'web', 'mode'], form) ?? 'urls';
  const required = (field: string) => [{ required: true, message: t('common:form.required', { field }) }];
  return (
    <>
      <Form.Item name={['settings', 'web', 'mode']} label={t('web.mode')} rules={[{ required: true }]}>
        <Select options={modes.map((value) => ({ value, label: t(`web.mode.${value}`) }))} />
      </Form.Item>
      {mode === 'urls' ? (
        <Form.Item
          name={['settings', 'web', 'urls']} label={t('web.urls')} extra={t('web.urls.help')}
          rules={[{ required: true, type: 'array', min: 1, message: t('common:form.required', { field: t('web.urls') }) }]}
        >
          <LinesInput rows={5} placeholder="https://" />
        </Form.Item>
      ) : (
        <Form.Item
          name={['settings', 'web', 'start_url']} label={t(`web.start.${mode}`)} rules={required(t(`web.start.${mode}`))}
        >
          <Input type="url" placeholder={mode === 'sitemap' ? 'https://…/sitemap.xml' : 'https://'} />
        </Form.Item>
      )}
      {mode === 'crawl' && (
        <Form.Item name={['settings', 'web', 'max_depth']} label={t('web.depth')} rules={required(t('web.depth'))}>
          <InputNumber min={0} max={5} precision={0} />
        </Form.Item>
      )}
      {mode !== 'urls' && (
        <>
          <Form.Item name={['settings', 'web', 'max_pages']} label={t('web.pages')} rules={required(t('web.pages'))}>
            <InputNumber min={1} max={1000} precision={0} />
          </Form.Item>
          <PatternFields kind="web" />
        </>
      )}
    </>
  );
}

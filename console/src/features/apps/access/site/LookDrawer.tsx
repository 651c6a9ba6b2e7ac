import { useQuery, useQueryClient } from '@tanstack/react-query';
import { Checkbox, Form, Input, Select } from 'antd';
import { useTranslation } from 'react-i18next';
import { api } from '../../../../api/client';
import { useWorkspaceId } from '../../../../api/queries';
import type { App } from '../../../../ui/chat/queries';
import { ErrorFace } from '../../../../ui/faces/ErrorFace';
import { FormDrawer } from '../../../../ui/form/FormDrawer';
import { LookPreview } from './LookPreview';
import { sitePath, siteSettingsQuery, type SiteSettings } from './siteQueries';

/** How the page looks, with a picture of it that follows what is typed. */
export function LookDrawer({ app, onClose }: { app: App; onClose: () => void }) {
  const { t } = useTranslation('siteSettings');
  const ws = useWorkspaceId();
  const cache = useQueryClient();
  const query = useQuery(siteSettingsQuery(ws, app.id));
  if (query.isError) return <ErrorFace error={query.error} compact onRetry={() => void query.refetch()} />;
  if (!query.data) return null;
  const settings = query.data;
  const themes = (['system', 'light', 'dark'] as const).map((value) => ({ value, label: t(`common:appearance.${value}`) }));
  return (
    <FormDrawer<SiteSettings>
      title={t('look')} open onClose={onClose} submitLabel={t('common:save')} width={560} initialValues={settings}
      onSubmit={async (values) => {
        const change = { ...settings, ...values, icon: values.icon || null, icon_type: values.icon ? 'emoji' : settings.icon_type };
        cache.setQueryData(siteSettingsQuery(ws, app.id).queryKey, await api.put<SiteSettings>(sitePath(app.id), change));
      }}
    >
      {(form) => (
        <div className="md-look">
          <Form.Item noStyle shouldUpdate>{() => <LookPreview look={{ ...settings, ...form.getFieldsValue(true) as SiteSettings }} />}</Form.Item>
          <div className="md-look-row">
            <Form.Item name="title" label={t('look.title')} rules={[{ required: true, whitespace: true }]}><Input maxLength={100} /></Form.Item>
            <Form.Item name="icon" label={t('look.icon')}><Input maxLength={16} /></Form.Item>
          </div>
          <Form.Item name="description" label={t('look.description')}><Input.TextArea maxLength={2000} autoSize={{ minRows: 2, maxRows: 5 }} /></Form.Item>
          <div className="md-look-row">
            <Form.Item name="chat_color_theme" label={t('look.color')} extra={t('look.color.help')}><Colour /></Form.Item>
            <Form.Item name="icon_background" label={t('look.icon_background')}><Colour /></Form.Item>
          </div>
          <Form.Item name="chat_color_theme_inverted" valuePropName="checked"><Checkbox>{t('look.inverted')}</Checkbox></Form.Item>
          <div className="md-look-row">
            <Form.Item name="theme" label={t('look.theme')} rules={[{ required: true }]}><Select options={themes} /></Form.Item>
            <Form.Item name="default_language" label={t('look.language')} required>
              <Select options={[{ value: '', label: t('look.language.visitor') }, { value: 'zh-CN', label: t('common:language.zh-CN') }, { value: 'en-US', label: t('common:language.en') }]} />
            </Form.Item>
          </div>
          <Form.Item name="input_placeholder" label={t('look.placeholder')}><Input maxLength={200} /></Form.Item>
          <Form.Item name="custom_disclaimer" label={t('look.disclaimer')}><Input.TextArea maxLength={2000} autoSize={{ maxRows: 4 }} /></Form.Item>
          <Form.Item name="privacy_policy" label={t('look.privacy')} rules={[{ type: 'url' }]}><Input maxLength={2000} placeholder="https://" /></Form.Item>
          <Form.Item name="copyright" label={t('look.copyright')}><Input maxLength={200} /></Form.Item>
          <Form.Item name="show_powered_by" valuePropName="checked"><Checkbox>{t('look.powered')}</Checkbox></Form.Item>
        </div>
      )}
    </FormDrawer>
  );
}

interface ColourProps {
  id?: string;
  value?: string | null;
  onChange?: (value: string | null) => void;
}

// The browser's own picker: nothing has to be loaded for it.
function Colour({ id, value, onChange }: ColourProps) {
  const { t } = useTranslation('siteSettings');
  return (
    <span>
      <input id={id} type="color" className="md-look-color" value={longOf(value) ?? '#17607f'} onChange={(event) => onChange?.(event.target.value)} />
      {value && <button type="button" className="md-link" onClick={() => onChange?.(null)}>{t('look.color.own')}</button>}
    </span>
  );
}

// The picker knows six digits only.
const longOf = (colour: string | null | undefined) =>
  colour?.length === 4 ? `#${[...colour.slice(1)].map((digit) => digit + digit).join('')}` : colour;

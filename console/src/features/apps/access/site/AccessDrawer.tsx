import { Form, Input, InputNumber, Radio, Select } from 'antd';
import { useTranslation } from 'react-i18next';
import { FormDrawer } from '../../../../ui/form/FormDrawer';
import type { SiteAccess, SiteMode } from './siteQueries';

interface AccessDrawerProps {
  access: SiteAccess;
  onClose: () => void;
  onSave: (change: object) => Promise<unknown>;
}

interface Values {
  mode: SiteMode;
  access_code?: string;
  networks: string[];
  expires_at?: string;
  requests_per_minute: number | null;
  requests_per_day: number | null;
  concurrent_answers: number | null;
}

const modes: readonly SiteMode[] = ['open', 'code', 'sign_in'];

/** Who may open the page, from where, until when and how often. */
export function AccessDrawer({ access, onClose, onSave }: AccessDrawerProps) {
  const { t } = useTranslation('siteSettings');
  return (
    <FormDrawer<Values>
      title={t('access')} open onClose={onClose} submitLabel={t('common:save')} width={480}
      initialValues={{ ...access, expires_at: localOf(access.expires_at) }}
      onSubmit={({ access_code, expires_at, ...rest }) => onSave({
        ...rest,
        access_code: access_code?.trim() || null,
        expires_at: expires_at ? new Date(expires_at).toISOString() : null,
      })}
    >
      <Form.Item name="mode" label={t('mode')} rules={[{ required: true }]}>
        <Radio.Group vertical options={modes.map((value) => ({ value, label: t(`mode.${value}.long`) }))} />
      </Form.Item>
      <Form.Item noStyle shouldUpdate={(before: Values, after: Values) => before.mode !== after.mode}>
        {({ getFieldValue }) => getFieldValue('mode') === 'code' && (
          <Form.Item
            name="access_code" label={t('code')} extra={t(access.has_access_code ? 'code.kept' : 'code.new')}
            rules={[{ required: !access.has_access_code, whitespace: true }, { min: 4 }]}
          >
            <Input maxLength={100} autoComplete="off" />
          </Form.Item>
        )}
      </Form.Item>
      <Form.Item name="networks" label={t('networks')} extra={t('networks.help')}>
        <Select mode="tags" open={false} suffixIcon={null} tokenSeparators={[',', ' ', ';']} placeholder="10.0.0.0/8" />
      </Form.Item>
      <Form.Item name="expires_at" label={t('expires')} extra={t('expires.help')}>
        <Input type="datetime-local" />
      </Form.Item>
      <Form.Item name="requests_per_minute" label={t('limit.minute')} extra={t('limit.help')}>
        <InputNumber min={1} max={10_000} precision={0} style={{ width: '100%' }} />
      </Form.Item>
      <Form.Item name="requests_per_day" label={t('limit.day')}>
        <InputNumber min={1} max={1_000_000} precision={0} style={{ width: '100%' }} />
      </Form.Item>
      <Form.Item name="concurrent_answers" label={t('limit.at_once')}>
        <InputNumber min={1} max={100} precision={0} style={{ width: '100%' }} />
      </Form.Item>
    </FormDrawer>
  );
}

// What a field for date and time takes: the browser's own zone, to the minute.
function localOf(at: string | null): string | undefined {
  if (!at) return undefined;
  const time = new Date(at);
  return new Date(time.getTime() - time.getTimezoneOffset() * 60_000).toISOString().slice(0, 16);
}

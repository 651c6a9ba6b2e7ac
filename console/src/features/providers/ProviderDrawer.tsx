import { Button, Form, Input, Segmented } from 'antd';
import { useTranslation } from 'react-i18next';
import { api } from '../../api/client';
import { FormDrawer } from '../../ui/form/FormDrawer';
import { ModelPicker } from './ModelPicker';
import { presets } from './presets';
import { providerPath, useProvidersChanged } from './queries';
import { TestResult } from './TestResult';
import type { Provider, PickedModel } from './types';
import { useProviderTest } from './useProviderTest';
import './ProviderDrawer.css';

interface ProviderValues {
  /** Which known endpoint the fields were filled from; not sent. */
  preset?: string;
  name: string;
  base_url: string;
  api_key?: string;
  models: PickedModel[];
}

interface ProviderDrawerProps {
  open: boolean;
  /** Whom to change; undefined adds one. */
  provider: Provider | undefined;
  onClose: () => void;
}

// Every preset speaks OpenAI's API; the platform has no other way to speak yet.
const kind = 'openai';

/** Adds or changes a provider; it can be tried before it is saved. */
export function ProviderDrawer({ open, provider, onClose }: ProviderDrawerProps) {
  const { t } = useTranslation('providers');
  const changed = useProvidersChanged();

  const save = async ({ name, base_url, api_key, models }: ProviderValues) => {
    const sent = { name, base_url, models, ...(api_key && { api_key }) };
    if (provider) await api.patch(providerPath(provider.id), sent);
    else await api.post('/api/v1/model-providers', { ...sent, kind });
    await changed();
  };

  return (
    <FormDrawer<ProviderValues>
      title={provider ? t('edit.title', { name: provider.name }) : t('add')}
      open={open}
      onClose={onClose}
      submitLabel={t(provider ? 'common:save' : 'add')}
      onSubmit={save}
      initialValues={provider
        ? { name: provider.name, base_url: provider.base_url ?? '', models: provider.models }
        : { preset: presets[0]!.name, name: presets[0]!.name, base_url: presets[0]!.base_url, models: [] }}
    >
      <Fields provider={provider} />
    </FormDrawer>
  );
}

function Fields({ provider }: { provider: Provider | undefined }) {
  const { t } = useTranslation('providers');
  const form = Form.useFormInstance<ProviderValues>();
  const test = useProviderTest();

  const fillFrom = (chosen: string) => {
    const preset = presets.find(({ name }) => name === chosen);
    if (preset) form.setFieldsValue({ name: preset.name, base_url: preset.base_url });
  };
  const tryIt = () => {
    const { base_url, api_key } = form.getFieldsValue();
    const isAsSaved = provider !== undefined && !api_key && base_url === provider.base_url;
    // The stored key stays with the server: only an unchanged provider can be tried with it.
    test.mutate(isAsSaved ? { saved: provider.id } : { kind, base_url, ...(api_key && { api_key }) });
  };

  return (
    <>
      {!provider && (
        <Form.Item name="preset" label={t('field.preset')} rules={[{ required: true }]}>
          <Segmented
            className="md-provider-presets"
            onChange={fillFrom}
            options={presets.map(({ name, label }) => ({ value: name, label: t(`preset.${name}`, { defaultValue: label }) }))}
          />
        </Form.Item>
      )}
      <Form.Item
        name="name" label={t('field.name')} extra={t('field.name.help')}
        rules={[{ required: true, pattern: /^[a-z0-9-]{1,40}$/, message: t('field.name.wrong') }]}
      >
        <Input className="md-mono" maxLength={40} autoComplete="off" spellCheck={false} />
      </Form.Item>
      <Form.Item
        name="base_url" label={t('field.base_url')} extra={t('field.base_url.help')}
        rules={[{ required: true, pattern: /^https?:\/\/\S+$/, message: t('field.base_url.wrong') }]}
      >
        <Input className="md-mono" maxLength={500} inputMode="url" autoComplete="off" spellCheck={false} />
      </Form.Item>
      <Form.Item
        name="api_key" label={t('field.api_key')}
        extra={provider?.api_key_masked ? t('field.api_key.keep', { key: provider.api_key_masked }) : t('field.api_key.help')}
      >
        <Input.Password className="md-mono" autoComplete="new-password" placeholder={provider?.api_key_masked ?? undefined} />
      </Form.Item>
      <Button onClick={tryIt} loading={test.isPending}>{t('test')}</Button>
      <TestResult test={test} />
      <Form.Item name="models" label={t('field.models')} extra={t('field.models.help')} className="md-provider-picker">
        <ModelPicker found={test.data?.models ?? []} />
      </Form.Item>
    </>
  );
}

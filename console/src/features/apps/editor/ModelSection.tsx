import { useQuery } from '@tanstack/react-query';
import { Alert, Select } from 'antd';
import { useTranslation } from 'react-i18next';
import { useIsPainted } from '../../../api/firstPaint';
import { useWorkspaceId } from '../../../api/queries';
import { problemText } from '../../../api/problem';
import { defaultLlmQuery, llmsQuery } from '../queries';
import { ModelParameters } from './ModelParameters';
import { modelId } from './modelRef';
import { Section, type PartProps } from './Section';

const byDefault = '';

/** Which model answers, and how. */
export function ModelSection({ config, change }: PartProps) {
  const { t } = useTranslation('apps');
  const ws = useWorkspaceId();
  const isPainted = useIsPainted();
  const models = useQuery({ ...llmsQuery(ws), enabled: isPainted });
  const fallback = useQuery({ ...defaultLlmQuery(ws), enabled: isPainted });
  const { completion_params } = config.model ?? {};
  const chosen = modelId(config.model) ?? byDefault;
  const missing = chosen !== byDefault && models.data !== undefined && !models.data.some(({ id }) => id === chosen);
  const standIn = fallback.isPending ? '…' : fallback.data ?? t('model.none');

  const groups = groupByProvider(models.data ?? []);
  const set = (id: string) => {
    const model = models.data?.find((one) => one.id === id);
    change({ model: { ...config.model, mode: config.model?.mode ?? 'chat', provider: model?.provider ?? '', name: model?.name ?? '' } });
  };

  return (
    <Section title={t('section.model')} paths={['model']}>
      {missing && <Alert type="warning" showIcon title={t('model.missing', { model: chosen, standIn })} />}
      {models.isError && <Alert type="error" showIcon title={problemText(models.error)} />}
      <Select
        showSearch value={missing ? undefined : chosen} placeholder={chosen} loading={models.isPending} onChange={set}
        aria-label={t('section.model')} style={{ width: '100%' }}
        options={[{ value: byDefault, label: t('model.default_is', { model: standIn }) }, ...groups]}
      />
      <ModelParameters
        value={completion_params ?? {}}
        onChange={(params) => change({ model: { ...config.model, completion_params: params } })}
      />
    </Section>
  );
}

function groupByProvider(models: readonly { id: string; provider: string; name: string }[]) {
  const providers = [...new Set(models.map(({ provider }) => provider))];
  return providers.map((provider) => ({
    label: provider,
    options: models.filter((model) => model.provider === provider).map(({ id, name }) => ({ value: id, label: name })),
  }));
}

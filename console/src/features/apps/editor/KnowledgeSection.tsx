import { useQuery } from '@tanstack/react-query';
import { Checkbox, InputNumber, Select } from 'antd';
import { useTranslation } from 'react-i18next';
import { problemText } from '../../../api/problem';
import { useWorkspaceId } from '../../../api/queries';
import { knowledgeBasesOf, type DatasetConfigs } from '../../../ui/chat/appConfig';
import { Field } from '../../../ui/form/Field';
import { knowledgeChoicesQuery } from '../../../ui/knowledge/choices';
import { Section, type PartProps } from './Section';
import { formNames } from './variables/kinds';

/** Where the passages come from, and how many. */
export function KnowledgeSection({ app, config, change }: PartProps) {
  const { t } = useTranslation('apps');
  const ws = useWorkspaceId();
  const bases = useQuery(knowledgeChoicesQuery(ws));
  const chosen = knowledgeBasesOf(config);
  const settings = config.dataset_configs ?? {};
  const set = (part: Partial<DatasetConfigs>) => change({ dataset_configs: { ...settings, ...part } });
  const known = bases.data ?? [];
  const gone = bases.data ? chosen.filter((id) => !known.some((base) => base.id === id)) : [];

  return (
    <Section title={t('section.dataset_configs')} fact={chosen.length || undefined} paths={['dataset_configs', 'dataset_query_variable']}>
      <Select
        mode="multiple" value={chosen} loading={bases.isLoading} optionFilterProp="label" style={{ width: '100%' }}
        aria-label={t('section.dataset_configs')} placeholder={t('knowledge.choose')} notFoundContent={t('knowledge.none')}
        options={[
          ...known.map(({ id, name }) => ({ value: id, label: name })),
          ...gone.map((id) => ({ value: id, label: t('knowledge.gone', { id: id.slice(0, 8) }) })),
        ]}
        onChange={(ids: string[]) => set({ datasets: { datasets: ids.map((id) => ({ dataset: { enabled: true, id } })) } })}
      />
      {bases.isError && <p className="md-build-warn">! {problemText(bases.error)}</p>}
      {gone.length > 0 && <p className="md-build-warn">! {t('knowledge.gone_text')}</p>}
      {chosen.length > 0 && (
        <>
          <div className="md-build-numbers">
            <Field label={t('knowledge.top_k')}>
              {(control) => (
                <InputNumber
                  {...control} min={1} max={100} precision={0} value={settings.top_k ?? null} style={{ width: '100%' }}
                  onChange={(top_k) => top_k !== null && set({ top_k })}
                />
              )}
            </Field>
            <Field label={t('knowledge.threshold')}>
              {(control) => (
                <InputNumber
                  {...control} min={0} max={1} step={0.05} style={{ width: '100%' }} placeholder={t('diff.off')}
                  value={settings.score_threshold_enabled ? settings.score_threshold ?? null : null}
                  onChange={(next) => set(next === null
                    ? { score_threshold_enabled: false }
                    : { score_threshold_enabled: true, score_threshold: next })}
                />
              )}
            </Field>
          </div>
          <Checkbox checked={settings.reranking_enable ?? false} onChange={(event) => set({ reranking_enable: event.target.checked })}>
            {t('knowledge.rerank')}
          </Checkbox>
          <p className="md-field-help">{t('appEditor:knowledge.help')}</p>
          {app.mode === 'completion' && (
            <Field label={t('appEditor:knowledge.query')} help={t('appEditor:knowledge.query.help')}>
              {(control) => (
                <Select
                  id={control.id} allowClear placeholder={t('appEditor:knowledge.query.none')}
                  value={(config.dataset_query_variable as string | undefined) || undefined}
                  options={formNames(config).map((value) => ({ value, label: value }))}
                  onChange={(next?: string) => change({ dataset_query_variable: next ?? '' })}
                />
              )}
            </Field>
          )}
        </>
      )}
    </Section>
  );
}

import { useQueries } from '@tanstack/react-query';
import { AutoComplete } from 'antd';
import { useTranslation } from 'react-i18next';
import { useWorkspaceId } from '../../../../../api/queries';
import { useForm } from '../../FormContext';
import { metadataOperators, needsValue } from '../../logic/operators';
import { list, newId, record, text, texts } from '../../logic/reading';
import { Choice } from '../../parts/Choice';
import { ModelPart } from '../../parts/ModelPart';
import { Part } from '../../parts/Part';
import { Rows } from '../../parts/Rows';
import { TemplateEditor } from '../../TemplateEditor';
import { metadataQuery } from './metadataQuery';

const modes = ['disabled', 'automatic', 'manual'] as const;

/** Which documents are searched, by their metadata. */
export function MetadataFilter() {
  const { t } = useTranslation('flowForms');
  const { data, onChange } = useForm();
  const ws = useWorkspaceId();
  const mode = modes.find((one) => one === data.metadata_filtering_mode) ?? 'disabled';
  const fields = useQueries({
    queries: texts(data.dataset_ids).map((base) => ({ ...metadataQuery(ws, base), enabled: mode === 'manual' })),
    combine: (answers) => new Map(answers.flatMap(({ data: answer }) => [...(answer?.fields ?? []), ...(answer?.built_in ?? [])]).map(({ name, type }) => [name, type as string])),
  });
  const filter = record(data.metadata_filtering_conditions);
  const conditions = list(filter.conditions);
  const joined = filter.logical_operator === 'or' ? 'or' : 'and';
  const set = (part: Record<string, unknown>) => onChange({ metadata_filtering_conditions: { logical_operator: 'and', conditions: [], ...filter, ...part } });
  return (
    <Part title={t('metadata')} help={t(`metadata.${mode}.help`)}>
      <Choice
        label={t('metadata')} value={mode} options={modes.map((value) => ({ value, label: t(`metadata.${value}`) }))}
        onChange={(metadata_filtering_mode) => onChange({ metadata_filtering_mode })}
      />
      {mode === 'automatic' && <ModelPart value={data.metadata_model_config} onChange={(metadata_model_config) => onChange({ metadata_model_config })} />}
      {mode === 'manual' && (
        <>
          {conditions.length > 1 && (
            <button type="button" className="md-nf-toggle" title={t('condition.switch')} onClick={() => set({ logical_operator: joined === 'and' ? 'or' : 'and' })}>
              {t(`condition.${joined}`)}
            </button>
          )}
          <Rows
            items={conditions} onChange={(next) => set({ conditions: next })} most={20} addLabel={t('condition.add')}
            add={() => ({ id: newId(), name: '', comparison_operator: 'is', value: '' })}
            nameOf={({ name }, at) => text(name) || t('condition.name', { number: at + 1 })}
            row={(one, put) => {
              const operator = text(one.comparison_operator);
              return (
                <>
                  <div className="md-nf-pair">
                    <AutoComplete
                      value={text(one.name)} aria-label={t('metadata.field')} placeholder={t('metadata.field')}
                      options={[...fields.keys()].map((value) => ({ value }))}
                      showSearch={{ filterOption: (typed, option) => option?.value.includes(typed) ?? false }}
                      onChange={(name: string) => {
                        const allowed = metadataOperators(fields.get(name));
                        put({ ...one, name, ...(!allowed.includes(operator) && { comparison_operator: allowed[0] }) });
                      }}
                    />
                    <Choice
                      label={t('condition.operator')} value={operator}
                      options={metadataOperators(fields.get(text(one.name))).map((value) => ({ value, label: t(`operator.${value}`, { defaultValue: value }) }))}
                      onChange={(comparison_operator) => put({ ...one, comparison_operator })}
                    />
                  </div>
                  {needsValue(operator) && (
                    <TemplateEditor
                      label={t('condition.value')} hideLabel isLine
                      value={one.value === null || one.value === undefined ? '' : String(one.value)}
                      placeholder={t(fields.get(text(one.name)) === 'time' ? 'metadata.time' : 'condition.value')}
                      onChange={(value) => put({ ...one, value })}
                    />
                  )}
                </>
              );
            }}
          />
        </>
      )}
    </Part>
  );
}

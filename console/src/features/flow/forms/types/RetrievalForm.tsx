import { useQuery } from '@tanstack/react-query';
import { Segmented, Select } from 'antd';
import { useTranslation } from 'react-i18next';
import { problemText } from '../../../../api/problem';
import { useWorkspaceId } from '../../../../api/queries';
import { Field } from '../../../../ui/form/Field';
import { knowledgeChoicesQuery } from '../../../../ui/knowledge/choices';
import type { NodeFormProps } from '../../model/graph';
import { record, texts } from '../logic/reading';
import { ModelPart } from '../parts/ModelPart';
import { Part } from '../parts/Part';
import { VariablePicker } from '../VariablePicker';
import { MetadataFilter } from './retrieval/MetadataFilter';
import { Ranking } from './retrieval/Ranking';

/** Where chunks are looked for, by which text, and how many come back. */
export function RetrievalForm({ data, onChange }: NodeFormProps) {
  const { t } = useTranslation('flowForms');
  const bases = useQuery(knowledgeChoicesQuery(useWorkspaceId()));
  const chosen = texts(data.dataset_ids);
  const known = bases.data ?? [];
  const gone = bases.data ? chosen.filter((id) => !known.some((base) => base.id === id)) : [];
  const isSingle = data.retrieval_mode === 'single';
  return (
    <>
      <Part title={t('retrieval.query')}>
        <VariablePicker
          label={t('retrieval.query')} value={data.query_variable_selector} wanted={['string']}
          onChange={(query_variable_selector) => onChange({ query_variable_selector })}
        />
      </Part>
      <Part title={t('retrieval.bases')} fact={chosen.length || undefined}>
        <Select
          mode="multiple" value={chosen} loading={bases.isLoading} showSearch={{ optionFilterProp: 'label' }} style={{ width: '100%' }}
          aria-label={t('retrieval.bases')}
          placeholder={t('retrieval.choose')} notFoundContent={t('retrieval.none')}
          onChange={(dataset_ids: string[]) => onChange({ dataset_ids })}
          options={[
            ...known.map(({ id, name }) => ({ value: id, label: name })),
            ...gone.map((id) => ({ value: id, label: t('retrieval.gone', { id: id.slice(0, 8) }) })),
          ]}
        />
        {bases.isError && <p className="md-nf-warn">! {problemText(bases.error)}</p>}
        {gone.length > 0 && <p className="md-nf-warn">! {t('retrieval.gone.text')}</p>}
        <Field label={t('retrieval.mode')} help={t(isSingle ? 'retrieval.single.help' : 'retrieval.multiple.help')}>
          {() => (
            <Segmented
              block value={isSingle ? 'single' : 'multiple'} onChange={(retrieval_mode) => onChange({ retrieval_mode })}
              options={[{ value: 'multiple', label: t('retrieval.multiple') }, { value: 'single', label: t('retrieval.single') }]}
            />
          )}
        </Field>
      </Part>
      {isSingle && (
        <ModelPart
          title={t('retrieval.model')} value={record(data.single_retrieval_config).model}
          onChange={(model) => onChange({ single_retrieval_config: { ...record(data.single_retrieval_config), model } })}
        />
      )}
      <Ranking />
      <MetadataFilter />
    </>
  );
}

import { Slider } from 'antd';
import { useTranslation } from 'react-i18next';
import { Field } from '../../../../../ui/form/Field';
import { ModelSelect } from '../../../../../ui/models/ModelSelect';
import { useForm } from '../../FormContext';
import { record, text } from '../../logic/reading';
import { Choice } from '../../parts/Choice';
import { NumberField } from '../../parts/NumberField';
import { Part } from '../../parts/Part';

const modes = ['none', 'reranking_model', 'weighted_score'] as const;

/** How many chunks come back, how good they have to be, and in which order they stand. */
export function Ranking() {
  const { t } = useTranslation('flowForms');
  const { data, onChange } = useForm();
  const config = record(data.multiple_retrieval_config);
  const set = (part: Record<string, unknown>) => onChange({ multiple_retrieval_config: { top_k: 4, ...config, ...part } });
  const mode = config.reranking_enable !== true ? 'none' : modes.find((one) => one === config.reranking_mode) ?? 'reranking_model';
  const model = record(config.reranking_model);
  const modelId = text(model.model) === '' ? null : `${text(model.provider)}/${text(model.model)}`;
  const weights = record(config.weights);
  const vector = Number(record(weights.vector_setting).vector_weight ?? 0.7);
  return (
    <Part title={t('ranking')}>
      <div className="md-nf-pair">
        <NumberField label={t('ranking.top_k')} min={1} max={100} value={config.top_k ?? 4} onChange={(top_k) => set({ top_k })} />
        <NumberField
          label={t('ranking.threshold')} min={0} max={1} step={0.05} precision={2} value={config.score_threshold} placeholder={t('off')}
          onClear={() => set({ score_threshold: null })} onChange={(score_threshold) => set({ score_threshold })}
        />
      </div>
      <Field label={t('ranking.mode')} help={t(`ranking.${mode}.help`)}>
        {(control) => (
          <Choice
            {...control} value={mode} options={modes.map((value) => ({ value, label: t(`ranking.${value}`) }))}
            onChange={(next) => set(next === 'none' ? { reranking_enable: false } : { reranking_enable: true, reranking_mode: next })}
          />
        )}
      </Field>
      {mode === 'reranking_model' && (
        <Field label={t('ranking.model')}>
          {(control) => (
            <ModelSelect
              id={control.id} type="rerank" value={modelId} placeholder={t('model.default')}
              onChange={(id) => {
                const at = id?.indexOf('/') ?? -1;
                set({ reranking_model: { provider: id?.slice(0, at) ?? '', model: id?.slice(at + 1) ?? '' } });
              }}
            />
          )}
        </Field>
      )}
      {mode === 'weighted_score' && (
        <Field label={t('ranking.weights')} help={t('ranking.weights.are', { vector: vector.toFixed(2), keyword: (1 - vector).toFixed(2) })}>
          {() => (
            <Slider
              min={0} max={1} step={0.05} value={vector} ariaLabelForHandle={t('ranking.weights')} tooltip={{ open: false }}
              onChange={(next) => set({
                weights: {
                  ...weights, vector_setting: { ...record(weights.vector_setting), vector_weight: next },
                  keyword_setting: { ...record(weights.keyword_setting), keyword_weight: Number((1 - next).toFixed(2)) },
                },
              })}
            />
          )}
        </Field>
      )}
    </Part>
  );
}

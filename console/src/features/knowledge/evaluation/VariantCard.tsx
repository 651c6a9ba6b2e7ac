import { Checkbox, Input, InputNumber, Select } from 'antd';
import { X } from 'lucide-react';
import { useTranslation } from 'react-i18next';
import { Field } from '../../../ui/form/Field';
import { fusions, searchMethods } from '../settings/searchMethods';
import { WeightsField } from '../settings/WeightsField';
import { RewritingField } from '../settings/RewritingField';
import type { RetrievalSettings } from '../types';
import type { Variant } from './types';

interface VariantCardProps {
  variant: Variant;
  number: number;
  isEconomy: boolean;
  onChange: (variant: Variant) => void;
  /** Not there for the last one. */
  onRemove?: () => void;
}

/** One choice of settings of a comparison. */
export function VariantCard({ variant, number, isEconomy, onChange, onRemove }: VariantCardProps) {
  const { t } = useTranslation(['knowledge', 'bases', 'hitTesting']);
  const { label, retrieval } = variant;
  const set = (part: Partial<RetrievalSettings>) => onChange({ ...variant, retrieval: { ...retrieval, ...part } });
  const isHybrid = !isEconomy && retrieval.method === 'hybrid_search';
  return (
    <fieldset className="md-variant" aria-label={t('hitTesting:variant', { number })}>
      <header>
        <Input value={label} maxLength={100} aria-label={t('hitTesting:variant.label')} onChange={(event) => onChange({ ...variant, label: event.target.value })} />
        {onRemove && <button type="button" className="md-icon-button" aria-label={t('hitTesting:variant.remove', { number })} onClick={onRemove}><X size={14} /></button>}
      </header>
      <div className="md-field-pair">
        {!isEconomy && (
          <Field label={t('field.method')}>
            {({ id }) => (
              <Select
                id={id} value={retrieval.method} onChange={(method) => set({ method })}
                options={searchMethods.map((value) => ({ value: value as RetrievalSettings['method'], label: t(`method.${value}`) }))}
              />
            )}
          </Field>
        )}
        {isHybrid && (
          <Field label={t('bases:fusion.title')}>
            {({ id }) => (
              <Select
                id={id} value={retrieval.reranking_mode} onChange={(mode) => set({ reranking_mode: mode })}
                options={fusions.map((value) => ({ value, label: t(`bases:fusion.${value}`) }))}
              />
            )}
          </Field>
        )}
        <Field label={t('field.top_k')}>
          {(control) => (
            <InputNumber {...control} className="md-field-number" min={1} max={100} precision={0} value={retrieval.top_k} onChange={(top) => top !== null && set({ top_k: top })} />
          )}
        </Field>
        <Field label={t('field.threshold')}>
          {(control) => (
            <InputNumber
              {...control} className="md-field-number" min={0} max={1} step={0.05} placeholder={t('field.threshold.none')}
              value={retrieval.score_threshold} onChange={(threshold) => set({ score_threshold: threshold })}
            />
          )}
        </Field>
      </div>
      {isHybrid && retrieval.reranking_mode === 'weighted_score' && (
        <WeightsField value={retrieval.weights} onChange={(weights) => set({ weights })} />
      )}
      <Field label={t('bases:rewriting.title')}>
        {({ id }) => <RewritingField id={id} value={retrieval.rewriting} onChange={(rewriting) => set({ rewriting })} />}
      </Field>
      {!(isHybrid && retrieval.reranking_mode === 'reranking_model') && (
        <Checkbox checked={retrieval.rerank} onChange={(event) => set({ rerank: event.target.checked })}>{t('field.rerank')}</Checkbox>
      )}
    </fieldset>
  );
}

import { Segmented, Slider } from 'antd';
import { useTranslation } from 'react-i18next';
import { percent } from '../../../ui/format';
import type { HybridWeights } from '../types';

interface WeightsFieldProps {
  id?: string;
  /** Null is the server's own: 0.7 of meaning, 0.3 of words. */
  value?: HybridWeights | null;
  onChange?: (weights: HybridWeights) => void;
}

const own: HybridWeights = { weight_type: 'customized', vector_weight: 0.7, keyword_weight: 0.3 };
const types = ['semantic_first', 'keyword_first', 'customized'] as const;
const shares = { semantic_first: 0.7, keyword_first: 0.3 } as const;

/** What counts how much: meaning or words first, or shares of one's own. */
export function WeightsField({ id, value, onChange }: WeightsFieldProps) {
  const { t } = useTranslation('bases');
  const weights = value ?? own;
  const set = (vector: number, type: HybridWeights['weight_type']) => onChange?.({
    // 1 − 0.7 would be 0.30000000000000004.
    weight_type: type, vector_weight: vector, keyword_weight: Math.round((1 - vector) * 100) / 100,
  });
  return (
    <div id={id} className="md-weights">
      <Segmented<HybridWeights['weight_type']>
        size="small" value={weights.weight_type}
        options={types.map((type) => ({ value: type, label: t(`weights.${type}`) }))}
        onChange={(type) => set(type === 'customized' ? weights.vector_weight : shares[type], type)}
      />
      {weights.weight_type === 'customized' && (
        <Slider
          min={0} max={1} step={0.05} value={weights.vector_weight} ariaLabelForHandle={t('weights.vector')}
          tooltip={{ formatter: (share) => percent(share ?? 0) }} onChange={(vector) => set(vector, 'customized')}
        />
      )}
      <p className="md-meta md-num">
        {t('weights.share', { vector: percent(weights.vector_weight), keyword: percent(weights.keyword_weight) })}
      </p>
    </div>
  );
}

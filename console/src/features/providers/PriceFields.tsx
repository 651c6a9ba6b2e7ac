import { Button, Input, Select } from 'antd';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { amountsOf, currencies, isAmount, withAmount } from './price';
import type { ModelPrice, PickedModel } from './types';
import './PriceFields.css';

interface PriceFieldsProps {
  model: PickedModel;
  onChange: (price: ModelPrice | null) => void;
}

/** What a model costs: of a million tokens, a million characters or a minute, as its provider's price list says. */
export function PriceFields({ model: { name, type, price }, onChange }: PriceFieldsProps) {
  const { t } = useTranslation('prices');
  // A currency alone is no price yet.
  const [currency, setCurrency] = useState<string>(price?.currency ?? currencies[0]);
  const choose = (next: string) => {
    setCurrency(next);
    if (price) onChange({ ...price, currency: next });
  };
  return (
    <div className="md-price" role="group" aria-label={t('of', { name })}>
      <Select
        size="small" value={currency} aria-label={t('currency')} style={{ width: 84 }} onChange={choose}
        options={[...new Set([...currencies, currency])].map((value) => ({ value, label: value }))}
      />
      {amountsOf(type).map((amount) => {
        const text = price?.[amount] ?? '';
        return (
          <label key={amount}>
            <span className="md-meta">{t(`field.${amount}`)}</span>
            <Input
              size="small" inputMode="decimal" value={text} maxLength={18} placeholder="–"
              status={text === '' || isAmount(text) ? undefined : 'error'}
              onChange={(event) => onChange(withAmount(price, currency, amount, event.target.value.trim().replace(',', '.')))}
            />
          </label>
        );
      })}
      {price && <Button size="small" type="text" onClick={() => onChange(null)}>{t('remove')}</Button>}
    </div>
  );
}

import { Button, Input, Select } from 'antd';
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
  return (
    <div className="md-price" role="group" aria-label={t('of', { name })}>
      <Select
        size="small" value={price?.currency ?? currencies[0]} aria-label={t('currency')} style={{ width: 84 }}
        options={[...new Set([...currencies, ...(price ? [price.currency] : [])])].map((value) => ({ value, label: value }))}
        onChange={(currency) => onChange(withAmount(price, { currency }) ?? { currency })}
      />
      {amountsOf(type).map((amount) => {
        const text = price?.[amount] ?? '';
        return (
          <label key={amount}>
            <span className="md-meta">{t(`field.${amount}`)}</span>
            <Input
              size="small" inputMode="decimal" value={text} maxLength={18} placeholder="–"
              status={text === '' || isAmount(text) ? undefined : 'error'}
              onChange={(event) => onChange(withAmount(price, { [amount]: event.target.value.trim().replace(',', '.') }))}
            />
          </label>
        );
      })}
      {price && <Button size="small" type="text" onClick={() => onChange(null)}>{t('remove')}</Button>}
    </div>
  );
}

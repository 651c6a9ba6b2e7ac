import { Button, Checkbox, Input, Select } from 'antd';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { ModelType } from '../../ui/models/models';
import { amountsOf, priceText } from './price';
import { PriceFields } from './PriceFields';
import type { PickedModel } from './types';

interface ModelPickerProps {
  /** What the provider says it has. */
  found: readonly { name: string; type: ModelType }[];
  value?: PickedModel[];
  onChange?: (value: PickedModel[]) => void;
}

const types = ['llm', 'embedding', 'rerank', 'speech_to_text', 'text_to_speech', 'image', 'moderation'] as const;

/** Which models to offer: those that a test found, to be ticked, and others by name. The guessed type can be corrected. */
export function ModelPicker({ found, value = [], onChange }: ModelPickerProps) {
  const { t } = useTranslation(['providers', 'prices']);
  const [pricing, setPricing] = useState<string>();
  const [corrected, setCorrected] = useState<Readonly<Record<string, ModelType>>>({});
  const [text, setText] = useState('');

  const chosen = new Map(value.map((model) => [model.name, model]));
  const others = found.filter(({ name }) => !chosen.has(name));
  const rows: PickedModel[] = [...value, ...others.map((model) => ({ ...model, type: corrected[model.name] ?? model.type }))];

  const tick = (model: PickedModel, isTicked: boolean) => onChange?.(isTicked
    ? [...value, model]
    : value.filter(({ name }) => name !== model.name));
  const correct = (model: PickedModel, type: ModelType) => {
    setCorrected({ ...corrected, [model.name]: type });
    if (chosen.has(model.name)) onChange?.(value.map((one) => (one.name === model.name ? { ...one, type } : one)));
  };
  const addTyped = () => {
    const name = text.trim();
    if (name === '') return;
    if (!chosen.has(name)) onChange?.([...value, found.find((one) => one.name === name) ?? { name, type: 'llm' }]);
    setText('');
  };

  return (
    <>
      <div className="md-model-tools">
        <Input
          className="md-mono" value={text} aria-label={t('models.name')} placeholder={t('models.name')} maxLength={200}
          onChange={(event) => setText(event.target.value)}
          onPressEnter={(event) => {
            // Enter here adds a model; the form is sent by its button.
            event.preventDefault();
            if (!event.nativeEvent.isComposing) addTyped();
          }}
        />
        <Button onClick={addTyped}>{t('models.add')}</Button>
        {others.length > 0 && <Button onClick={() => onChange?.(rows)}>{t('models.all', { count: rows.length })}</Button>}
      </div>
      {rows.length > 0 && (
        <ul className="md-model-rows">
          {rows.map((model) => (
            <li key={model.name}>
              <Checkbox checked={chosen.has(model.name)} onChange={(event) => tick(model, event.target.checked)}>
                <span className="md-mono">{model.name}</span>
              </Checkbox>
              <Select
                size="small" variant="borderless" value={model.type} aria-label={t('models.type', { name: model.name })}
                options={types.map((type) => ({ value: type, label: t(`type.${type}`) }))}
                onChange={(type) => correct(model, type)}
              />
              {chosen.has(model.name) && amountsOf(model.type).length > 0 && (
                <button
                  type="button" className="md-link md-price-button" aria-expanded={pricing === model.name}
                  aria-label={t('prices:of', { name: model.name })}
                  onClick={() => setPricing(pricing === model.name ? undefined : model.name)}
                >
                  {priceText(model.price, t) ?? t('prices:set')}
                </button>
              )}
              {pricing === model.name && chosen.has(model.name) && (
                <PriceFields
                  model={model}
                  onChange={(price) => onChange?.(value.map((one) => (one.name === model.name ? { ...one, price } : one)))}
                />
              )}
            </li>
          ))}
        </ul>
      )}
    </>
  );
}

import { useTranslation } from 'react-i18next';
import type { NodeFormProps, VariableSelector } from '../../model/graph';
import { useTypeOf } from '../FormContext';
import { fileAttributes, filterOperators, needsValue } from '../logic/operators';
import { itemType } from '../logic/outputs';
import { list, record, text } from '../logic/reading';
import { AttributeCondition } from '../parts/AttributeCondition';
import { Choice } from '../parts/Choice';
import { NumberField } from '../parts/NumberField';
import { Part } from '../parts/Part';
import { Rows } from '../parts/Rows';
import { SwitchPart } from '../parts/SwitchPart';
import { TemplateEditor } from '../TemplateEditor';
import { VariablePicker } from '../VariablePicker';

/** Filters, picks, sorts and cuts a list, in this order. */
export function ListForm({ data, onChange }: NodeFormProps) {
  const { t } = useTranslation('flowForms');
  const typeOf = useTypeOf();
  const type = typeOf(data.variable) ?? (text(data.var_type) || undefined);
  const item = itemType(type);
  const [filter, extract, order, limit] = [record(data.filter_by), record(data.extract_by), record(data.order_by), record(data.limit)];
  const choose = (variable: VariableSelector) => {
    const next = typeOf(variable);
    onChange({ variable, var_type: next, item_var_type: itemType(next), ...(itemType(next) !== item && { filter_by: { enabled: false, conditions: [] } }) });
  };
  const newCondition = () => (item === 'file'
    ? { key: 'type', comparison_operator: 'in', value: [] }
    : { key: '', comparison_operator: filterOperators(item, '')[0]!, value: item === 'boolean' ? true : '' });
  return (
    <>
      <Part title={t('list.variable')}>
        <VariablePicker
          label={t('list.variable')} value={data.variable} wanted={['array[string]', 'array[number]', 'array[boolean]', 'array[file]']}
          onChange={choose}
        />
      </Part>
      <SwitchPart
        title={t('list.filter')} isOn={filter.enabled === true}
        onSwitch={(enabled) => onChange({ filter_by: { ...filter, enabled, conditions: list(filter.conditions).length > 0 ? filter.conditions : [newCondition()] } })}
      >
        <Rows
          items={list(filter.conditions)} onChange={(conditions) => onChange({ filter_by: { ...filter, conditions } })}
          addLabel={t('condition.add')} least={1}
          add={newCondition} nameOf={(_, at) => t('condition.name', { number: at + 1 })}
          row={(condition, set) => (item === 'file'
            ? <AttributeCondition value={condition} onChange={set} />
            : <ItemCondition value={condition} item={item} onChange={set} />)}
        />
      </SwitchPart>
      <SwitchPart
        title={t('list.extract')} help={t('list.extract.help')} isOn={extract.enabled === true}
        onSwitch={(enabled) => onChange({ extract_by: { serial: '1', ...extract, enabled } })}
      >
        <TemplateEditor label={t('list.serial')} isLine value={text(extract.serial)} onChange={(serial) => onChange({ extract_by: { ...extract, serial } })} />
      </SwitchPart>
      <SwitchPart
        title={t('list.order')} isOn={order.enabled === true}
        onSwitch={(enabled) => onChange({ order_by: { value: 'asc', key: item === 'file' ? 'name' : '', ...order, enabled } })}
      >
        <div className="md-nf-pair">
          {item === 'file' && (
            <Choice
              label={t('list.order_key')} value={text(order.key) || undefined}
              options={fileAttributes.map((one) => ({ value: one as string, label: t(`file.${one}`) }))}
              onChange={(key) => onChange({ order_by: { ...order, key } })}
            />
          )}
          <Choice
            label={t('list.direction')} value={order.value === 'desc' ? 'desc' : 'asc'}
            options={(['asc', 'desc'] as const).map((value) => ({ value, label: t(`list.${value}`) }))}
            onChange={(value) => onChange({ order_by: { ...order, value } })}
          />
        </div>
      </SwitchPart>
      <SwitchPart title={t('list.limit')} isOn={limit.enabled === true} onSwitch={(enabled) => onChange({ limit: { size: 10, ...limit, enabled } })}>
        <NumberField label={t('list.size')} min={1} max={1000} value={limit.size ?? 10} onChange={(size) => onChange({ limit: { ...limit, size } })} />
      </SwitchPart>
    </>
  );
}

interface ItemConditionProps {
  value: Record<string, unknown>;
  item: string;
  onChange: (value: Record<string, unknown>) => void;
}

function ItemCondition({ value, item, onChange }: ItemConditionProps) {
  const { t } = useTranslation('flowForms');
  const operator = text(value.comparison_operator);
  return (
    <div className="md-nf-compare">
      <Choice
        label={t('condition.operator')} value={operator || undefined}
        options={filterOperators(item, '').map((one) => ({ value: one, label: t(`operator.${one}`, { defaultValue: one }) }))}
        onChange={(comparison_operator) => onChange({ ...value, comparison_operator })}
      />
      {needsValue(operator) && (item === 'boolean'
        ? (
          <Choice
            label={t('condition.value')} value={value.value === true || value.value === 'true' ? 'true' : 'false'}
            options={(['true', 'false'] as const).map((one) => ({ value: one as string, label: t(`value.${one}`) }))}
            onChange={(next) => onChange({ ...value, value: next === 'true' })}
          />
        )
        : (
          <TemplateEditor
            label={t('condition.value')} hideLabel isLine value={text(value.value)} placeholder={t('condition.value')}
            onChange={(next) => onChange({ ...value, value: next })}
          />
        ))}
    </div>
  );
}

import { InputNumber } from 'antd';
import { Field } from '../../../../ui/form/Field';

interface NumberFieldProps {
  label: string;
  help?: string;
  value: unknown;
  min: number;
  max: number;
  step?: number;
  /** Digits behind the point; whole numbers without. */
  precision?: number;
  suffix?: string;
  placeholder?: string;
  /** Given as null when the field is emptied; without it, an empty field changes nothing. */
  onClear?: () => void;
  onChange: (value: number) => void;
}

/** A number with its label. */
export function NumberField({ label, help, value, onChange, onClear, precision = 0, ...limits }: NumberFieldProps) {
  return (
    <Field label={label} help={help}>
      {(control) => (
        <InputNumber
          {...control} {...limits} precision={precision}
          value={value === null || value === undefined || value === '' ? null : Number(value)}
          style={{ width: '100%' }} onChange={(next) => (next === null ? onClear?.() : onChange(next))}
        />
      )}
    </Field>
  );
}

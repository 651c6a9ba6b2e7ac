import { Select } from 'antd';
import type { ReactNode } from 'react';

interface ChoiceProps<T extends string> {
  value: T | undefined;
  options: readonly { value: T; label: ReactNode }[];
  onChange: (value: T) => void;
  /** Without a `Field` around it. */
  label?: string;
  id?: string;
  'aria-describedby'?: string;
  placeholder?: string;
}

/** One of a few, as wide as there is room. */
export function Choice<T extends string>({ label, value, options, onChange, id, placeholder, ...described }: ChoiceProps<T>) {
  return (
    <Select
      {...described} id={id} value={value} aria-label={label} placeholder={placeholder} style={{ width: '100%' }}
      popupMatchSelectWidth={false}
      options={options as { value: T; label: ReactNode }[]} onChange={(next: T) => onChange(next)}
    />
  );
}

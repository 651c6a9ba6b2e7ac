import { Radio } from 'antd';
import './fields.css';

interface ChoicesProps<T extends string> {
  values: readonly T[];
  /** The words of a value, or with `.help` those of the sentence below it. */
  word: (key: T | `${T}.help`) => string;
  id?: string;
  value?: T;
  onChange?: (value: T) => void;
}

/** One of a few, each with a sentence that says when it is the right one; the control of a form field. */
export function Choices<T extends string>({ values, word, id, value, onChange }: ChoicesProps<T>) {
  return (
    <Radio.Group
      id={id} className="md-choices" value={value} onChange={(event) => onChange?.(event.target.value as T)}
      options={values.map((one) => ({ value: one, label: <>{word(one)}<small>{word(`${one}.help`)}</small></> }))}
    />
  );
}

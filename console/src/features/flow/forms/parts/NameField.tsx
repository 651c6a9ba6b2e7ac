import { Input } from 'antd';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { variableName } from '../logic/reading';

interface NameFieldProps {
  value: string;
  onChange: (value: string) => void;
  label: string;
  /** The names of the others. */
  taken?: readonly string[];
  /** Headers and parts of forms may be called anything. */
  isFree?: boolean;
}

/** The name of a variable. One in the making may be wrong for a moment; only right ones get out, so that references can follow. */
export function NameField({ value, onChange, label, taken = [], isFree = false }: NameFieldProps) {
  const { t } = useTranslation('flowForms');
  const [typed, setTyped] = useState(value);
  const [saved, setSaved] = useState(value);
  if (saved !== value) {
    setSaved(value);
    setTyped(value);
  }
  const wrongOf = (name: string) => (isFree ? undefined
    : name === '' ? 'name.needed' : !variableName.test(name) ? 'name.bad' : taken.includes(name) ? 'name.taken' : undefined);
  const wrong = wrongOf(typed);
  return (
    <span className="md-nf-name">
      <Input
        className="md-mono" value={typed} aria-label={label} placeholder={label} status={wrong ? 'error' : undefined}
        maxLength={isFree ? 200 : 30}
        aria-invalid={wrong !== undefined}
        onChange={({ target: { value: name } }) => {
          setTyped(name);
          if (!wrongOf(name)) onChange(name);
        }}
      />
      {wrong && <span className="md-field-error">{t(wrong)}</span>}
    </span>
  );
}

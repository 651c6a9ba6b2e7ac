import { Input } from 'antd';
import { useTranslation } from 'react-i18next';
import { variableName } from '../logic/reading';

interface NameFieldProps {
  value: string;
  onChange: (value: string) => void;
  label: string;
  /** The names of the others. */
  taken?: readonly string[];
  /** Headers and form parts may be called anything. */
  isFree?: boolean;
}

/** The name of a variable; says what is wrong with it. */
export function NameField({ value, onChange, label, taken = [], isFree = false }: NameFieldProps) {
  const { t } = useTranslation('flowForms');
  const wrong = isFree ? undefined : value === '' ? t('name.needed') : !variableName.test(value) ? t('name.bad') : taken.includes(value) ? t('name.taken') : undefined;
  return (
    <span className="md-nf-name">
      <Input
        className="md-mono" value={value} aria-label={label} placeholder={label} status={wrong ? 'error' : undefined} maxLength={isFree ? 200 : 30}
        aria-invalid={wrong !== undefined} title={wrong} onChange={(event) => onChange(event.target.value)}
      />
      {wrong && value !== '' && <span className="md-field-error">{wrong}</span>}
    </span>
  );
}

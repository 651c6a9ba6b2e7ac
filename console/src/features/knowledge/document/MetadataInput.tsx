import { Input, InputNumber } from 'antd';
import { useId } from 'react';
import { useTranslation } from 'react-i18next';
import { Time } from '../../../ui/Time';
import type { MetadataValue } from './types';

interface MetadataInputProps {
  value: MetadataValue;
  /** Null takes the value away. Without it the value is only shown. */
  onChange: ((value: MetadataValue['value']) => void) | undefined;
}

/** A value of a metadata field, edited as its type is. */
export function MetadataInput({ value: { id, name, type, value }, onChange }: MetadataInputProps) {
  const { t } = useTranslation('document');
  const input = useId();
  const label = id === null ? t(`metadata.built_in.${name}`, { defaultValue: name }) : name;
  return (
    <div className="md-metadata-field">
      <label htmlFor={input}>{label} <span className="md-quiet">{t(`metadata.type.${type}`)}</span></label>
      {onChange === undefined ? <Shown type={type} value={value} />
        : type === 'string' ? (
          <Input.TextArea
            id={input} value={value ?? ''} autoSize={{ minRows: 1, maxRows: 6 }} maxLength={2000}
            onChange={(event) => onChange(event.target.value === '' ? null : event.target.value)}
          />
        ) : type === 'number' ? (
          <InputNumber id={input} value={value as number | null} style={{ width: '100%' }} onChange={(next) => onChange(next)} />
        ) : (
          <Input
            id={input} type="datetime-local" value={localOf(value as number | null)} allowClear
            onChange={(event) => onChange(secondsOf(event.target.value))}
          />
        )}
    </div>
  );
}

function Shown({ type, value }: Pick<MetadataValue, 'type' | 'value'>) {
  if (type === 'time') return <p><Time at={value} /></p>;
  return <p>{value ?? '–'}</p>;
}

/** Seconds since 1970 as the browser's own field wants them: `2026-11-20T09:14` in the browser's zone. */
function localOf(seconds: number | null): string {
  if (seconds === null) return '';
  const time = new Date(seconds * 1000);
  return new Date(time.getTime() - time.getTimezoneOffset() * 60_000).toISOString().slice(0, 16);
}

const secondsOf = (local: string): number | null => (local === '' ? null : Math.floor(new Date(local).getTime() / 1000));

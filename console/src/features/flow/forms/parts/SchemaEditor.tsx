import { Segmented } from 'antd';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { CodeField } from './CodeField';
import { SchemaFields } from './SchemaFields';

interface SchemaEditorProps {
  /** A JSON schema of an object. */
  value: Record<string, unknown>;
  onChange: (value: Record<string, unknown>) => void;
}

/** A JSON schema as a list of fields, or as it is written. */
export function SchemaEditor({ value, onChange }: SchemaEditorProps) {
  const { t } = useTranslation('flowForms');
  const [isSource, setSource] = useState(false);
  return (
    <>
      <Segmented
        block value={isSource ? 'json' : 'fields'} onChange={(next) => setSource(next === 'json')}
        options={[{ value: 'fields', label: t('schema.fields') }, { value: 'json', label: 'JSON Schema' }]}
      />
      {isSource ? <Source value={value} onChange={onChange} /> : <SchemaFields schema={value} onChange={onChange} />}
    </>
  );
}

function Source({ value, onChange }: SchemaEditorProps) {
  const { t } = useTranslation('flowForms');
  const [written, setWritten] = useState(() => JSON.stringify(value, null, 2));
  const fault = faultOf(written);
  return (
    <>
      <CodeField
        label="JSON Schema" indent={2} value={written}
        onChange={(next) => {
          setWritten(next);
          if (!faultOf(next)) onChange(JSON.parse(next) as Record<string, unknown>);
        }}
      />
      {fault && <p className="md-field-error" role="alert">✕ {fault === 'object' ? t('schema.no_object') : t('schema.bad_json', { fault })}</p>}
    </>
  );
}

/** What is wrong with a written schema; only a right one reaches the node. */
function faultOf(written: string): string | undefined {
  try {
    const schema = JSON.parse(written) as { type?: unknown } | null;
    return typeof schema === 'object' && schema !== null && !Array.isArray(schema) && schema.type === 'object' ? undefined : 'object';
  } catch (fault) {
    return (fault as Error).message;
  }
}

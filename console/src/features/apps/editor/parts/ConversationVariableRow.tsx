import { Checkbox, Input, InputNumber, Select } from 'antd';
import { Trash2 } from 'lucide-react';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { useTrouble } from '../trouble';
import { variableName } from '../variables/kinds';

/** A variable of conversations, as the DSL writes it. */
export interface ConversationVariable {
  name: string;
  value_type: string;
  value?: unknown;
  description?: string;
  [other: string]: unknown;
}

interface ConversationVariableRowProps {
  value: ConversationVariable;
  at: number;
  taken: readonly string[];
  onChange: (value: ConversationVariable) => void;
  onRemove: () => void;
}

const types = [
  'string', 'number', 'integer', 'float', 'boolean', 'object', 'array[string]', 'array[number]', 'array[boolean]', 'array[object]',
] as const;

/** One variable of conversations: name, type, what it begins with, and what it is for. */
export function ConversationVariableRow({ value, at, taken, onChange, onRemove }: ConversationVariableRowProps) {
  const { t } = useTranslation('appEditor');
  const refused = useTrouble(`conversation_variables[${at}]`);
  const [typed, setTyped] = useState(value.name);
  const [saved, setSaved] = useState(value.name);
  if (saved !== value.name) {
    setSaved(value.name);
    setTyped(value.name);
  }
  const error = !variableName.test(typed) ? t('apps:variables.bad_name') : taken.includes(typed) ? t('apps:variables.taken') : refused;
  return (
    <li className="md-held">
      <Input
        className="md-mono" value={typed} status={error && 'error'} maxLength={30} aria-label={t('apps:variables.name')}
        onChange={({ target: { value: name } }) => {
          setTyped(name);
          if (variableName.test(name) && !taken.includes(name)) onChange({ ...value, name });
        }}
      />
      <Select
        value={value.value_type} aria-label={t('apps:variables.type')} options={types.map((type) => ({ value: type, label: type }))}
        onChange={(value_type) => onChange({ ...value, value_type, value: emptyOf(value_type) })}
      />
      <button type="button" className="md-icon-button" aria-label={t('apps:variables.remove', { name: typed })} onClick={onRemove}>
        <Trash2 size={15} />
      </button>
      <div className="md-held-wide"><Initial key={value.value_type} value={value} onChange={(next) => onChange({ ...value, value: next })} /></div>
      <Input
        className="md-held-wide" value={value.description ?? ''} maxLength={255} placeholder={t('held.description')}
        aria-label={t('held.description')} onChange={(event) => onChange({ ...value, description: event.target.value })}
      />
      {error && <p className="md-variable-error">{error}</p>}
    </li>
  );
}

function Initial({ value: { value_type: type, value }, onChange }: { value: ConversationVariable; onChange: (value: unknown) => void }) {
  const { t } = useTranslation('appEditor');
  const [text, setText] = useState(() => JSON.stringify(value ?? emptyOf(type)));
  const label = t('held.value');
  switch (type) {
    case 'string': return (
      <Input value={String(value ?? '')} aria-label={label} placeholder={label} onChange={(event) => onChange(event.target.value)} />
    );
    case 'boolean': return (
      <Checkbox checked={value === true} onChange={(event) => onChange(event.target.checked)}>{t('variables.checked')}</Checkbox>
    );
    case 'number': case 'integer': case 'float': return (
      <InputNumber
        value={typeof value === 'number' ? value : 0} precision={type === 'integer' ? 0 : undefined} aria-label={label}
        style={{ width: '100%' }} onChange={(next) => onChange(next ?? 0)}
      />
    );
    default: {
      const parsed = parse(text);
      return (
        <>
          <Input.TextArea
            className="md-mono" value={text} status={parsed === undefined ? 'error' : undefined} aria-label={label}
            autoSize={{ minRows: 1, maxRows: 8 }} spellCheck={false}
            onChange={({ target: { value: next } }) => {
              setText(next);
              const given = parse(next);
              if (given !== undefined) onChange(given);
            }}
          />
          {parsed === undefined && <p className="md-field-error">{t('held.bad_json')}</p>}
        </>
      );
    }
  }
}

function parse(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return undefined;
  }
}

function emptyOf(type: string): unknown {
  switch (type) {
    case 'string': return '';
    case 'boolean': return false;
    case 'object': return {};
    default: return type.startsWith('array') ? [] : 0;
  }
}

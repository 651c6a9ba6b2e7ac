import { Checkbox, Input, Select } from 'antd';
import { Trash2 } from 'lucide-react';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { fieldTypes, type FieldType, type FormItem } from '../../../ui/chat/appConfig';

type Body = NonNullable<FormItem[string]>;

interface VariableRowProps {
  type: FieldType;
  body: Body;
  /** The names of the other variables. */
  taken: readonly string[];
  onChange: (item: FormItem) => void;
  onRemove: () => void;
}

const name = /^[a-zA-Z_][a-zA-Z0-9_]{0,29}$/;

/** One variable: its name in the prompt, what people read, and what they can enter. */
export function VariableRow({ type, body, taken, onChange, onRemove }: VariableRowProps) {
  const { t } = useTranslation('apps');
  // A name in the making may be wrong for a moment; only right ones reach the draft.
  const [typed, setTyped] = useState(body.variable ?? '');
  const error = !name.test(typed) ? t('variables.bad_name') : taken.includes(typed) ? t('variables.taken') : undefined;
  const set = (change: Partial<Body>, as: FieldType = type) => onChange({ [as]: { ...body, ...change } });

  return (
    <li className="md-variable">
      <Input
        className="md-mono" value={typed} status={error && 'error'} aria-label={t('variables.name')} maxLength={30}
        onChange={({ target: { value } }) => {
          setTyped(value);
          if (name.test(value) && !taken.includes(value)) set({ variable: value });
        }}
      />
      <Input
        value={body.label ?? ''} aria-label={t('variables.label')} placeholder={t('variables.label')}
        onChange={(event) => set({ label: event.target.value })}
      />
      <Select
        value={type} aria-label={t('variables.type')} onChange={(next) => set({}, next)}
        options={fieldTypes.map((value) => ({ value, label: t(`variables.type.${value}`) }))}
      />
      <Checkbox checked={body.required ?? false} onChange={(event) => set({ required: event.target.checked })}>
        {t('variables.required')}
      </Checkbox>
      <button type="button" className="md-icon-button" aria-label={t('variables.remove', { name: typed })} onClick={onRemove}>
        <Trash2 size={15} />
      </button>
      {type === 'select' && (
        <Select
          className="md-variable-options" mode="tags" open={false} suffixIcon={null} value={body.options ?? []}
          aria-label={t('variables.options')} placeholder={t('variables.options')}
          onChange={(options: string[]) => set({ options })}
        />
      )}
      {error && <p className="md-variable-error">{error}</p>}
    </li>
  );
}

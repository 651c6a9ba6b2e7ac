import { Checkbox, Input } from 'antd';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { text } from '../../logic/reading';
import { Choice } from '../../parts/Choice';
import { NameField } from '../../parts/NameField';
import { StartDetails } from './StartDetails';

/** What can be asked for, by its name in the DSL. */
const startKinds = ['text-input', 'paragraph', 'select', 'number', 'checkbox', 'file', 'file-list', 'json_object'] as const;

interface StartVariableProps {
  value: Record<string, unknown>;
  taken: readonly string[];
  onChange: (value: Record<string, unknown>) => void;
}

/** One variable of the form before a run. */
export function StartVariable({ value, taken, onChange }: StartVariableProps) {
  const { t } = useTranslation('flowForms');
  const [isOpen, setOpen] = useState(false);
  const set = (part: Record<string, unknown>) => onChange({ ...value, ...part });
  const kind = text(value.type);
  const name = text(value.variable);
  const isNamed = text(value.label) !== '' && value.label !== name;
  const known: readonly string[] = startKinds;
  return (
    <>
      <div className="md-nf-pair">
        <NameField value={name} label={t('name')} taken={taken} onChange={(variable) => set({ variable, ...(!isNamed && { label: variable }) })} />
        <Input
          value={text(value.label)} aria-label={t('start.label')} placeholder={t('start.label')} maxLength={500}
          onChange={(event) => set({ label: event.target.value })}
        />
      </div>
      <div className="md-nf-line">
        <Choice
          label={t('type')} value={kind} onChange={(type) => onChange(ofKind(value, type))}
          options={[...startKinds, ...(known.includes(kind) ? [] : [kind])].map((one) => ({ value: one as string, label: t(`start.kind.${one}`, { defaultValue: one }) }))}
        />
        <Checkbox checked={value.required === true} onChange={(event) => set({ required: event.target.checked })}>{t('required')}</Checkbox>
        <button type="button" className="md-link" aria-expanded={isOpen} onClick={() => setOpen(!isOpen)}>{isOpen ? '▾' : '▸'} {t('more')}</button>
      </div>
      {(isOpen || kind === 'select') && <StartDetails kind={kind} value={value} set={set} isOpen={isOpen} />}
    </>
  );
}

const fileRules = { allowed_file_types: ['image', 'document'], allowed_file_extensions: [], allowed_file_upload_methods: ['local_file', 'remote_url'] };

/** The variable as another kind of question; what it began with fits no more. */
function ofKind(value: Record<string, unknown>, type: string): Record<string, unknown> {
  const { default: _before, ...kept } = value;
  switch (type) {
    case 'file': return { ...fileRules, ...kept, type };
    case 'file-list': return { ...fileRules, ...kept, type, max_length: 5 };
    case 'select': return { ...kept, type, options: Array.isArray(kept.options) ? kept.options : [] };
    case 'checkbox': return { ...kept, type, default: false };
    case 'text-input': return { ...kept, type, max_length: value.type === 'file-list' ? 256 : kept.max_length };
    default: return { ...kept, type, ...(value.type === 'file-list' && { max_length: undefined }) };
  }
}

import { Checkbox, Input, Select } from 'antd';
import { useTranslation } from 'react-i18next';
import { record, text, texts } from '../../logic/reading';
import { Choice } from '../../parts/Choice';
import { NameField } from '../../parts/NameField';
import { VariablePicker } from '../../VariablePicker';

interface HumanFieldProps {
  /** `{type, output_variable_name, label, default: {type, selector, value}}` */
  value: Record<string, unknown>;
  taken: readonly string[];
  onChange: (value: Record<string, unknown>) => void;
}

const kinds = ['paragraph', 'text-input', 'select', 'number', 'checkbox', 'file', 'file-list'] as const;
const sources = ['constant', 'variable'] as const;

/** A field of the form that somebody fills in. */
export function HumanField({ value, taken, onChange }: HumanFieldProps) {
  const { t } = useTranslation('flowForms');
  const first = record(value.default);
  const kind = text(value.type) || 'paragraph';
  const isFile = kind === 'file' || kind === 'file-list';
  const setFirst = (part: Record<string, unknown>) => onChange({ ...value, default: { type: 'constant', selector: [], value: '', ...first, ...part } });
  return (
    <>
      <div className="md-nf-pair">
        <NameField
          value={text(value.output_variable_name)} label={t('name')} taken={taken}
          onChange={(output_variable_name) => onChange({ ...value, output_variable_name })}
        />
        <Choice
          label={t('type')} value={kind} onChange={(type) => onChange({ ...value, type })}
          options={[...kinds, ...((kinds as readonly string[]).includes(kind) ? [] : [kind])].map((one) => ({ value: one as string, label: t(`start.kind.${one}`, { defaultValue: one }) }))}
        />
      </div>
      <Input
        value={text(value.label)} aria-label={t('start.label')} placeholder={t('start.label')} maxLength={200}
        onChange={(event) => onChange({ ...value, label: event.target.value })}
      />
      {kind === 'select' && (
        <Select
          mode="tags" open={false} suffixIcon={null} value={texts(value.options)} aria-label={t('start.options')}
          placeholder={t('start.options')}
          onChange={(options: string[]) => onChange({ ...value, options })}
        />
      )}
      {!isFile && (
        <>
          <Choice
            label={t('human.default')} value={first.type === 'variable' ? 'variable' : 'constant'}
            options={sources.map((one) => ({ value: one, label: t(`human.default.${one}`) }))}
            onChange={(type) => setFirst({ type })}
          />
          {first.type === 'variable'
            ? <VariablePicker label={t('human.default')} value={first.selector} onChange={(selector) => setFirst({ selector })} />
            : (
              <Input.TextArea
                value={text(first.value)} aria-label={t('human.default')} placeholder={t('value.empty')}
                autoSize={{ minRows: 1, maxRows: 5 }}
                onChange={(event) => setFirst({ value: event.target.value })}
              />
            )}
        </>
      )}
      <Checkbox checked={value.required === true} onChange={(event) => onChange({ ...value, required: event.target.checked })}>{t('required')}</Checkbox>
    </>
  );
}

import { Checkbox, Input, Select } from 'antd';
import { useTranslation } from 'react-i18next';
import { Field } from '../../../../../ui/form/Field';
import { FileKindFields, type FileRules } from '../../../../../ui/form/FileKindFields';
import { record, text, texts } from '../../logic/reading';
import { NumberField } from '../../parts/NumberField';
import { SchemaEditor } from '../../parts/SchemaEditor';
import { TypedValue } from '../../parts/TypedValue';

interface StartDetailsProps {
  kind: string;
  value: Record<string, unknown>;
  set: (part: Record<string, unknown>) => void;
  /** All; else only what the variable cannot do without. */
  isOpen: boolean;
}

/** What a variable begins with, and what can be entered. */
export function StartDetails({ kind, value, set, isOpen }: StartDetailsProps) {
  const { t } = useTranslation('flowForms');
  const isText = kind === 'text-input' || kind === 'paragraph';
  const isFile = kind === 'file' || kind === 'file-list';
  const options = texts(value.options);
  return (
    <div className="md-nf-group">
      {kind === 'select' && (
        <Field label={t('start.options')} help={t('start.options.help')}>
          {(control) => (
            <Select
              id={control.id} mode="tags" open={false} suffixIcon={null} value={options} tokenSeparators={['\n']}
              onChange={(next: string[]) => set({ options: next, ...(!next.includes(text(value.default)) && { default: '' }) })}
            />
          )}
        </Field>
      )}
      {isOpen && (
        <>
          {isFile && <FileKindFields value={value as FileRules} onChange={set} empty="all" />}
          {(isText || kind === 'file-list') && (
            <NumberField
              label={t(isText ? 'start.max_length' : 'start.max_files')} min={1} max={isText ? 1_000_000 : 50}
              value={value.max_length || null} placeholder={t('unlimited')} onClear={() => set({ max_length: undefined })}
              onChange={(max_length) => set({ max_length })}
            />
          )}
          {!isFile && (
            <Field label={t('start.default')}>
              {(control) => (kind === 'select'
                ? (
                  <Select
                    id={control.id} allowClear value={text(value.default) || undefined} placeholder={t('value.empty')}
                    options={options.map((one) => ({ value: one, label: one }))} onChange={(next?: string) => set({ default: next ?? '' })}
                  />
                )
                : (
                  <TypedValue
                    {...control} value={value.default} onChange={(next) => set({ default: next })}
                    type={kind === 'number' ? 'number' : kind === 'checkbox' ? 'boolean' : kind === 'json_object' ? 'object' : 'string'}
                  />
                ))}
            </Field>
          )}
          {kind === 'json_object' && (
            <Field label={t('start.schema')} help={t('start.schema.help')}>
              {() => <SchemaEditor value={schemaOf(value.json_schema)} onChange={(json_schema) => set({ json_schema })} />}
            </Field>
          )}
          <Field label={t('start.description')} optional>
            {(control) => <Input {...control} value={text(value.description)} maxLength={500} onChange={(event) => set({ description: event.target.value })} />}
          </Field>
          <Checkbox checked={value.hide === true} onChange={(event) => set({ hide: event.target.checked })}>{t('start.hide')}</Checkbox>
          {value.hide === true && value.required === true && !value.default && <p className="md-nf-warn">! {t('start.hidden_required')}</p>}
        </>
      )}
    </div>
  );
}

/** The schema may be written as text. */
function schemaOf(value: unknown): Record<string, unknown> {
  if (typeof value !== 'string') return record(value);
  try {
    return record(JSON.parse(value));
  } catch {
    return {};
  }
}

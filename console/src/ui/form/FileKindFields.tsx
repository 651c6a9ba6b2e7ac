import { Checkbox, Select } from 'antd';
import { useTranslation } from 'react-i18next';
import { Field } from './Field';

const kinds = ['image', 'document', 'audio', 'video', 'custom'] as const;
const methods = ['local_file', 'remote_url'] as const;

/** Which files are taken, with the names of the DSL: in the app's own section and in a variable alike. */
export type FileRules = Partial<Record<'allowed_file_types' | 'allowed_file_extensions' | 'allowed_file_upload_methods', string[]>>;

interface FileKindFieldsProps {
  value: FileRules;
  onChange: (change: FileRules) => void;
  /** What no kinds mean: a variable takes all then, an app pictures alone. */
  empty: 'all' | 'image';
}

/** The kinds of files, and how they come. */
export function FileKindFields({ value, onChange, empty }: FileKindFieldsProps) {
  const { t } = useTranslation('appEditor');
  const given = value.allowed_file_types ?? [];
  const chosen = given.length > 0 ? given : empty === 'all' ? [...kinds] : ['image'];
  const ways = value.allowed_file_upload_methods?.length ? value.allowed_file_upload_methods : [...methods];
  return (
    <>
      <div className="md-field">
        <span className="md-soft">{t('files.kinds')}</span>
        <Checkbox.Group
          value={chosen} options={kinds.map((kind) => ({ value: kind, label: t(`files.kind.${kind}`) }))}
          onChange={(next) => next.length > 0 && onChange({ allowed_file_types: next })}
        />
      </div>
      {chosen.includes('custom') && (
        <Field label={t('files.extensions')} help={t('files.extensions.help')}>
          {(control) => (
            <Select
              id={control.id} mode="tags" open={false} suffixIcon={null} value={value.allowed_file_extensions ?? []} placeholder=".step"
              tokenSeparators={[' ', ',']} onChange={(next: string[]) => onChange({ allowed_file_extensions: next })}
            />
          )}
        </Field>
      )}
      <div className="md-field">
        <span className="md-soft">{t('files.methods')}</span>
        <Checkbox.Group
          value={ways} options={methods.map((method) => ({ value: method, label: t(`files.method.${method}`) }))}
          onChange={(next) => next.length > 0 && onChange({ allowed_file_upload_methods: next })}
        />
      </div>
    </>
  );
}

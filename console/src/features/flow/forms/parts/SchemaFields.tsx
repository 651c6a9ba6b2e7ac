import { Checkbox, Input, Select } from 'antd';
import { useTranslation } from 'react-i18next';
import { record, text, texts } from '../logic/reading';
import { fieldsOf, fieldTypes, newField, ofType, withFields, type SchemaField } from '../logic/schema';
import { Choice } from './Choice';
import { NameField } from './NameField';
import { Rows } from './Rows';

interface SchemaFieldsProps {
  schema: Record<string, unknown>;
  onChange: (schema: Record<string, unknown>) => void;
  depth?: number;
}

const deepest = 5;

/** The fields of an object, and of the objects in it. */
export function SchemaFields({ schema, onChange, depth = 0 }: SchemaFieldsProps) {
  const { t } = useTranslation('flowForms');
  const fields = fieldsOf(schema);
  const names = fields.map(({ name }) => name);
  const write = (next: readonly SchemaField[]) => onChange(withFields(schema, next));
  return (
    <Rows
      items={fields} onChange={write} isOrdered addLabel={t('schema.add')} empty={depth === 0 ? t('schema.empty') : undefined}
      add={() => newField(names)} nameOf={({ name }) => name}
      row={(field, set, at) => (
        <>
          <div className="md-nf-pair">
            <NameField
              value={field.name} label={t('name')} taken={names.filter((_, other) => other !== at)}
              onChange={(name) => set({ ...field, name })}
            />
            <Choice
              label={t('type')} value={field.type} options={fieldTypes.map((value) => ({ value: value as string, label: value }))}
              onChange={(type) => set({ ...field, type, schema: ofType(field.schema, type) })}
            />
          </div>
          <Input
            value={text(field.schema.description)} aria-label={t('schema.description')} placeholder={t('schema.description')}
            onChange={(event) => set({ ...field, schema: { ...field.schema, description: event.target.value || undefined } })}
          />
          {field.type === 'string' && (
            <Select
              mode="tags" open={false} suffixIcon={null} value={texts(field.schema.enum)} aria-label={t('schema.enum')}
              placeholder={t('schema.enum')}
              onChange={(values: string[]) => set({ ...field, schema: { ...field.schema, enum: values.length > 0 ? values : undefined } })}
            />
          )}
          <Checkbox checked={field.isRequired} onChange={(event) => set({ ...field, isRequired: event.target.checked })}>{t('required')}</Checkbox>
          {field.type === 'object' && depth < deepest && (
            <SchemaFields schema={field.schema} depth={depth + 1} onChange={(inner) => set({ ...field, schema: inner })} />
          )}
          {field.type === 'array[object]' && depth < deepest && (
            <SchemaFields
              schema={record(field.schema.items)} depth={depth + 1}
              onChange={(items) => set({ ...field, schema: { ...field.schema, items } })}
            />
          )}
        </>
      )}
    />
  );
}

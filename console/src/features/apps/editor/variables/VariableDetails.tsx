import { Checkbox, Input, InputNumber, Select } from 'antd';
import { useTranslation } from 'react-i18next';
import { Field } from '../../../../ui/form/Field';
import { FileKindFields, type FileRules } from '../../../../ui/form/FileKindFields';
import { isFileKind, isTextKind, type VariableBody, type VariableKind } from './kinds';

interface VariableDetailsProps {
  kind: VariableKind;
  body: VariableBody;
  set: (change: Partial<VariableBody>) => void;
}

/** What a variable begins with, and how much can be entered. */
export function VariableDetails({ kind, body, set }: VariableDetailsProps) {
  const { t } = useTranslation('appEditor');
  return (
    <div className="md-build-group">
      {isFileKind(kind)
        ? <FileKindFields value={body as FileRules} onChange={set} empty="all" />
        : <Initial kind={kind} body={body} set={set} />}
      {(isTextKind(kind) || kind === 'file-list') && (
        <Field label={t(isTextKind(kind) ? 'variables.max_length' : 'variables.max_files')}>
          {(control) => (
            <InputNumber
              {...control} min={1} max={isTextKind(kind) ? 1_000_000 : 50} precision={0} style={{ width: '100%' }}
              value={body.max_length || null} placeholder={isTextKind(kind) ? t('unlimited') : '5'}
              onChange={(next) => set({ max_length: next ?? undefined })}
            />
          )}
        </Field>
      )}
      <Checkbox checked={body.hide === true} onChange={(event) => set({ hide: event.target.checked || undefined })}>
        {t('variables.hide')}
      </Checkbox>
      <p className="md-field-help">{t('variables.hide.help')}</p>
      {body.hide === true && body.required === true && isEmpty(body.default) && (
        <p className="md-build-warn">! {t('variables.hidden_required')}</p>
      )}
    </div>
  );
}

function Initial({ kind, body, set }: VariableDetailsProps) {
  const { t } = useTranslation('appEditor');
  if (kind === 'checkbox') {
    return (
      <Checkbox checked={body.default === true || body.default === 'true'} onChange={(event) => set({ default: event.target.checked })}>
        {t('variables.checked')}
      </Checkbox>
    );
  }
  const text = String(body.default ?? '');
  const shared = { placeholder: t('variables.no_default') };
  return (
    <Field label={t('variables.default')}>
      {(control) => {
        switch (kind) {
          case 'select': return (
            <Select
              {...shared} id={control.id} allowClear value={text || undefined} style={{ width: '100%' }}
              options={(body.options ?? []).map((value) => ({ value, label: value }))}
              onChange={(next?: string) => set({ default: next ?? '' })}
            />
          );
          case 'number': return (
            <InputNumber
              {...shared} {...control} value={text === '' ? null : Number(text)} style={{ width: '100%' }}
              onChange={(next) => set({ default: next ?? '' })}
            />
          );
          case 'paragraph': return (
            <Input.TextArea
              {...shared} {...control} value={text} autoSize={{ minRows: 2, maxRows: 6 }} maxLength={body.max_length || undefined}
              onChange={(event) => set({ default: event.target.value })}
            />
          );
          default: return (
            <Input
              {...shared} {...control} value={text} maxLength={body.max_length || undefined}
              onChange={(event) => set({ default: event.target.value })}
            />
          );
        }
      }}
    </Field>
  );
}

const isEmpty = (value: unknown): boolean => value === undefined || value === null || value === '';

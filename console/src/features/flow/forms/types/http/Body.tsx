import { useTranslation } from 'react-i18next';
import { useForm } from '../../FormContext';
import { list, newId, record, text } from '../../logic/reading';
import { Choice } from '../../parts/Choice';
import { NameField } from '../../parts/NameField';
import { Part } from '../../parts/Part';
import { Rows } from '../../parts/Rows';
import { TemplateEditor } from '../../TemplateEditor';
import { VariablePicker } from '../../VariablePicker';

const kinds = ['none', 'json', 'form-data', 'x-www-form-urlencoded', 'raw-text', 'binary'] as const;

/** What is sent with the request. */
export function Body() {
  const { t } = useTranslation('flowForms');
  const { data, onChange } = useForm();
  const body = record(data.body);
  const kind = kinds.find((one) => one === body.type) ?? 'none';
  // In older files the body was one text.
  const parts = typeof body.data === 'string' ? (body.data === '' ? [] : [{ key: '', type: 'text', value: body.data }]) : list(body.data);
  const first = parts[0] ?? {};
  const write = (next: Record<string, unknown>[]) => onChange({ body: { ...body, data: next } });
  const writeFirst = (part: Record<string, unknown>) => write([{ id: newId(), key: '', type: 'text', ...first, ...part }]);
  const choose = (type: (typeof kinds)[number]) => {
    const keeps = (isText(kind) && isText(type)) || (isForm(kind) && isForm(type));
    onChange({ body: { ...body, type, data: keeps ? parts : [] } });
  };
  return (
    <Part title={t('http.body')}>
      <Choice label={t('http.body')} value={kind} options={kinds.map((value) => ({ value, label: t(`http.body.${value}`) }))} onChange={choose} />
      {isText(kind) && (
        <TemplateEditor
          label={t('http.body')} hideLabel minRows={5} value={text(first.value)}
          placeholder={kind === 'json' ? '{ "name": "…" }' : undefined}
          onChange={(value) => writeFirst({ type: 'text', value })}
        />
      )}
      {kind === 'binary' && (
        <VariablePicker label={t('http.body.binary')} value={first.file} wanted={['file']} onChange={(file) => writeFirst({ type: 'file', file })} />
      )}
      {isForm(kind) && (
        <Rows
          items={parts} onChange={write} addLabel={t('http.add_part')} add={() => ({ id: newId(), key: '', type: 'text', value: '' })}
          nameOf={({ key }, at) => text(key) || String(at + 1)}
          row={(part, set) => (
            <>
              <div className="md-nf-pair">
                <NameField isFree value={text(part.key)} label={t('http.key')} onChange={(key) => set({ ...part, key })} />
                {kind === 'form-data' && (
                  <Choice
                    label={t('type')} value={part.type === 'file' ? 'file' : 'text'}
                    options={(['text', 'file'] as const).map((value) => ({ value, label: t(`http.part.${value}`) }))}
                    onChange={(type) => set({ ...part, type })}
                  />
                )}
              </div>
              {part.type === 'file' && kind === 'form-data'
                ? (
                  <VariablePicker
                    label={t('http.part.file')} value={part.file} wanted={['file', 'array[file]']}
                    onChange={(file) => set({ ...part, file })}
                  />
                )
                : (
                  <TemplateEditor
                    label={t('http.value', { name: text(part.key) })} hideLabel isLine value={text(part.value)}
                    placeholder={t('http.value_placeholder')}
                    onChange={(value) => set({ ...part, value })}
                  />
                )}
            </>
          )}
        />
      )}
    </Part>
  );
}

const isText = (kind: string): boolean => kind === 'json' || kind === 'raw-text';
const isForm = (kind: string): boolean => kind === 'form-data' || kind === 'x-www-form-urlencoded';

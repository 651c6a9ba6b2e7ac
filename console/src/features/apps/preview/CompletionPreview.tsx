import { Button } from 'antd';
import { Play, Square } from 'lucide-react';
import { useImperativeHandle, useMemo, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { startOf } from '../../../ui/chat/appConfig';
import { InputFields } from '../../../ui/chat/InputFields';
import { useInputs } from '../../../ui/chat/useInputs';
import { ModelColumns } from './ModelColumns';
import type { PreviewProps } from './Preview';
import { PreviewHead } from './PreviewHead';
import { useColumns } from './useColumns';

/** The draft's form, and what comes of it. */
export function CompletionPreview(props: PreviewProps) {
  const [isComparing, setComparing] = useState(false);
  const [serial, setSerial] = useState(0);
  const { t } = useTranslation('apps');
  return (
    <section className="md-preview" aria-label={t('preview')}>
      <PreviewHead isComparing={isComparing} onCompare={setComparing} onRestart={() => setSerial(serial + 1)} />
      <FormAndResult key={`${serial}${isComparing}`} {...props} isComparing={isComparing} />
    </section>
  );
}

function FormAndResult({ app, config, composer, save, readOnly, isComparing }: PreviewProps & { isComparing: boolean }) {
  const { t } = useTranslation('appEditor');
  const columns = useColumns(app.id, config, isComparing ? 2 : 1);
  const { user_input_form } = config;
  const { fields } = useMemo(() => startOf({ user_input_form }), [user_input_form]);
  const { values, inputs, missing, setGiven } = useInputs(fields);
  const reason = readOnly ? t('apps:read_only') : missing && t('chat:composer.missing', { field: missing.label });
  const run = async () => {
    if (reason !== undefined || columns.running) return;
    await save();
    columns.ask('', inputs, false);
  };
  useImperativeHandle(composer, () => ({ send: () => void run(), fill: () => undefined }));

  return (
    <div className="md-completion">
      <form
        onSubmit={(event) => {
          event.preventDefault();
          void run();
        }}
      >
        {fields.length === 0 && <p className="md-quiet">{t('completion.no_fields')}</p>}
        <InputFields fields={fields} values={values} onChange={setGiven} />
        {columns.running
          ? <Button icon={<Square size={12} />} onClick={columns.stop}>{t('chat:composer.stop')}</Button>
          : (
            <Button type="primary" htmlType="submit" icon={<Play size={14} />} disabled={reason !== undefined} title={reason}>
              {t('completion.run')}
            </Button>
          )}
        {reason !== undefined && <p className="md-field-help">{reason}</p>}
      </form>
      <ModelColumns columns={columns} showsQuestions={false} isComparing={isComparing} empty={t('completion.empty')} />
    </div>
  );
}

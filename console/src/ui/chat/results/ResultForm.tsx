import { useImperativeHandle, useState, useSyncExternalStore, type Ref } from 'react';
import { useTranslation } from 'react-i18next';
import { Field } from '../../form/Field';
import { PlainButton } from '../../form/PlainButton';
import type { AppStart } from '../appConfig';
import type { ChatSession } from '../ChatSession';
import type { ComposerHandle } from '../Composer';
import { AddFiles } from '../files/AddFiles';
import { Attachments } from '../files/Attachments';
import { filesOf } from '../files/filesOf';
import { InputFields } from '../InputFields';
import type { GivenFile } from '../types';
import { useInputs } from '../useInputs';

interface ResultFormProps {
  session: ChatSession;
  start: AppStart;
  running: boolean;
  stopping: boolean;
  disabledReason: string | undefined;
  onRun: (query: string, inputs: Record<string, unknown>, files: GivenFile[]) => void;
  ref?: Ref<ComposerHandle>;
}

/** What a run is made from; ⌘↵ runs it. What was filled in stays for the next run. */
export function ResultForm({ session, start, running, stopping, disabledReason, onRun, ref }: ResultFormProps) {
  const { t } = useTranslation(['talk', 'chat']);
  const { values, inputs, missing, sending, setGiven } = useInputs(start.fields, session);
  const [query, setQuery] = useState('');
  const files = filesOf(session);
  const uploading = useSyncExternalStore(files.subscribe, () => files.isUnready);
  // An app that asks for nothing is told what to do in words.
  const asksForWords = start.fields.length === 0;
  const reason = disabledReason
    ?? (missing ? t('chat:composer.missing', { field: missing.label }) : undefined)
    ?? (uploading || sending ? t('files.wait') : undefined)
    ?? (asksForWords && query.trim() === '' ? t('results.words_missing') : undefined);
  const [complains, setComplains] = useState(false);

  const run = () => {
    if (running) return;
    setComplains(reason !== undefined);
    if (reason === undefined) onRun(query.trim(), inputs, files.given);
  };
  useImperativeHandle(ref, () => ({ send: run, fill: setQuery }));

  return (
    <form
      className="md-result-form" aria-label={t('results.form')}
      onSubmit={(event) => {
        event.preventDefault();
        run();
      }}
      onKeyDown={(event) => {
        if (event.key !== 'Enter' || !(event.metaKey || event.ctrlKey) || event.nativeEvent.isComposing) return;
        event.preventDefault();
        run();
      }}
    >
      <InputFields fields={start.fields} session={session} values={values} onChange={setGiven} />
      {asksForWords && (
        <Field label={t('results.words')}>
          {(control) => (
            <textarea {...control} className="md-text-area" rows={4} value={query} onChange={(event) => setQuery(event.target.value)} />
          )}
        </Field>
      )}
      {start.takes && (
        <div className="md-file-field">
          <Attachments store={files} takes={start.takes} />
          <div className="md-file-buttons"><AddFiles store={files} takes={start.takes} labelled /></div>
        </div>
      )}
      {complains && reason !== undefined && <p className="md-field-error" role="alert">{reason}</p>}
      <div className="md-result-buttons">
        {running
          ? <PlainButton busy={stopping} onClick={() => void session.stop()}>{t('chat:composer.stop')}</PlainButton>
          : <PlainButton primary type="submit" title={reason}>{t('results.run')}</PlainButton>}
        <PlainButton
          onClick={() => {
            setGiven({});
            setQuery('');
            files.clear();
            for (const { takes, variable } of start.fields) if (takes) filesOf(session, variable).clear();
          }}
        >
          {t('results.clear')}
        </PlainButton>
      </div>
    </form>
  );
}

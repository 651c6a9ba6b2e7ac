import { useQueryClient } from '@tanstack/react-query';
import { lazy, Suspense, useMemo, useState, type RefObject } from 'react';
import { useTranslation } from 'react-i18next';
import { useWorkspaceId } from '../../../api/queries';
import { startOf, type AppConfig } from '../../../ui/chat/appConfig';
import { consoleBackend } from '../../../ui/chat/consoleBackend';
import type { ComposerHandle } from '../../../ui/chat/Composer';
import { ConversationView } from '../../../ui/chat/ConversationView';
import type { App } from '../../../ui/chat/queries';
import { sessionOf } from '../../../ui/chat/sessions';
import { PreviewHead } from './PreviewHead';

const ComparedTalk = lazy(async () => ({ default: (await import('./ComparedTalk')).ComparedTalk }));

export interface PreviewProps {
  app: App;
  config: AppConfig;
  composer: RefObject<ComposerHandle | null>;
  save: () => Promise<void>;
  readOnly: boolean;
}

/** A conversation with the draft as it stands, or with several models at once. What is not saved yet is saved before each question. */
export function Preview({ app, config, composer, save, readOnly }: PreviewProps) {
  const { t } = useTranslation('apps');
  const ws = useWorkspaceId();
  const cache = useQueryClient();
  const [debug, setDebug] = useState(false);
  const [isComparing, setComparing] = useState(false);
  const [serial, setSerial] = useState(0);
  const session = useMemo(
    () => sessionOf(cache, { backend: consoleBackend(ws), app: app.id, draft: true }), [cache, ws, app.id],
  );
  const {
    opening_statement, suggested_questions, suggested_questions_after_answer, user_input_form, dataset_configs,
    retriever_resource, file_upload, speech_to_text, text_to_speech,
  } = config;
  // By its parts: typing in the prompt does not draw the conversation again.
  const start = useMemo(
    () => startOf({
      opening_statement, suggested_questions, suggested_questions_after_answer, user_input_form, dataset_configs,
      retriever_resource, file_upload, speech_to_text, text_to_speech,
    }),
    [
      opening_statement, suggested_questions, suggested_questions_after_answer, user_input_form, dataset_configs,
      retriever_resource, file_upload, speech_to_text, text_to_speech,
    ],
  );
  const disabledReason = readOnly ? t('read_only') : undefined;

  return (
    <section className="md-preview" aria-label={t('preview')}>
      <PreviewHead
        isComparing={isComparing} onCompare={setComparing} debug={isComparing ? undefined : { isOn: debug, set: setDebug }}
        onRestart={() => (isComparing ? setSerial(serial + 1) : session.reset())}
      />
      {isComparing ? (
        <Suspense fallback={null}>
          <ComparedTalk key={serial} app={app} config={config} start={start} composer={composer} save={save} disabledReason={disabledReason} />
        </Suspense>
      ) : (
        <ConversationView
          key={session.serial} session={session} start={start} debug={debug} composer={composer} prepare={save}
          disabledReason={disabledReason}
        />
      )}
    </section>
  );
}

import { useQueryClient } from '@tanstack/react-query';
import { Bug, RotateCcw } from 'lucide-react';
import { useMemo, useState, type RefObject } from 'react';
import { useTranslation } from 'react-i18next';
import { useWorkspaceId } from '../../../api/queries';
import { startOf, type AppConfig } from '../../../ui/chat/appConfig';
import type { ComposerHandle } from '../../../ui/chat/Composer';
import { ConversationView } from '../../../ui/chat/ConversationView';
import type { App } from '../../../ui/chat/queries';
import { sessionOf } from '../../../ui/chat/sessions';

interface PreviewProps {
  app: App;
  config: AppConfig;
  composer: RefObject<ComposerHandle | null>;
  save: () => Promise<void>;
  readOnly: boolean;
}

/** A conversation with the draft as it stands. What is not saved yet is saved before each question. */
export function Preview({ app, config, composer, save, readOnly }: PreviewProps) {
  const { t } = useTranslation('apps');
  const ws = useWorkspaceId();
  const cache = useQueryClient();
  const [debug, setDebug] = useState(false);
  const session = useMemo(() => sessionOf(cache, { ws, app: app.id, draft: true }), [cache, ws, app.id]);
  const { opening_statement, suggested_questions, user_input_form, dataset_configs, retriever_resource } = config;
  const { speech_to_text, text_to_speech } = config;
  // By its parts: typing in the prompt does not draw the conversation again.
  const start = useMemo(
    () => startOf({
      opening_statement, suggested_questions, user_input_form, dataset_configs, retriever_resource, speech_to_text, text_to_speech,
    }),
    [opening_statement, suggested_questions, user_input_form, dataset_configs, retriever_resource, speech_to_text, text_to_speech],
  );

  return (
    <section className="md-preview" aria-label={t('preview')}>
      <div className="md-preview-head">
        <h2>{t('preview')}</h2>
        <span className="md-meta">{t('preview.draft')}</span>
        <button type="button" className="md-icon-button" aria-pressed={debug} onClick={() => setDebug(!debug)}>
          <Bug size={14} />&ensp;{t('preview.debug')}
        </button>
        <button type="button" className="md-icon-button" onClick={() => session.reset()}>
          <RotateCcw size={14} />&ensp;{t('preview.restart')}
        </button>
      </div>
      <ConversationView
        key={session.serial} session={session} start={start} debug={debug} composer={composer} prepare={save}
        disabledReason={readOnly ? t('read_only') : undefined}
      />
    </section>
  );
}

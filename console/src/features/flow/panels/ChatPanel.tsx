import { useQueryClient } from '@tanstack/react-query';
import { RotateCcw } from 'lucide-react';
import { useEffect, useMemo } from 'react';
import { useTranslation } from 'react-i18next';
import { useWorkspaceId } from '../../../api/queries';
import { startOf, type AppConfig } from '../../../ui/chat/appConfig';
import { consoleBackend } from '../../../ui/chat/consoleBackend';
import { ConversationView } from '../../../ui/chat/ConversationView';
import { sessionOf } from '../../../ui/chat/sessions';
import { useEditor, useFlow } from '../canvas/FlowContext';
import { startFields } from '../run/startFields';
import { PanelFrame } from './PanelFrame';

/** A conversation with the draft of a chatflow; what its nodes do while it answers is shown on the canvas. */
export function ChatPanel({ save, onClose }: { save: () => Promise<void>; onClose: () => void }) {
  const { t } = useTranslation(['flowRun', 'apps']);
  const { app, runs } = useFlow();
  const ws = useWorkspaceId();
  const cache = useQueryClient();
  const config = useEditor((state) => state.config);
  const session = useMemo(() => sessionOf(cache, { backend: consoleBackend(ws), app: app.id, draft: true }), [cache, ws, app.id]);
  useEffect(() => session.listen((event) => {
    runs.take(event);
    // An answer that waited for a person is heard without what the nodes did after that.
    const { id } = runs.state();
    if (event.event === 'message_end' && runs.isRunning && id) void runs.watch(id);
  }), [session, runs]);
  const { features } = config;
  const start = useMemo(
    () => ({ ...startOf(features as AppConfig), fields: startFields(config).fields }), [features, config],
  );
  return (
    <PanelFrame
      fill title={t('chat.title')} label={t('chat.title')} onClose={onClose}
      actions={(
        <button
          type="button" className="md-icon-button" aria-label={t('apps:preview.restart')} title={t('apps:preview.restart')}
          onClick={() => {
            session.reset();
            runs.reset();
          }}
        >
          <RotateCcw size={14} />
        </button>
      )}
    >
      <div className="md-flow-chat">
        <ConversationView key={session.serial} session={session} start={start} prepare={save} />
      </div>
    </PanelFrame>
  );
}

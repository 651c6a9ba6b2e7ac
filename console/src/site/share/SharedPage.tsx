import { useQuery } from '@tanstack/react-query';
import { Paperclip } from 'lucide-react';
import { useMemo, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { Problem, problemText } from '../../api/problem';
import { ChatBackendContext, type ChatBackend } from '../../ui/chat/ChatBackend';
import { Markdown } from '../../ui/chat/markdown/Markdown';
import { SourceCards } from '../../ui/chat/SourceCards';
import { SourcePanel } from '../../ui/chat/SourcePanel';
import { SourcesContext } from '../../ui/chat/SourcesContext';
import { ErrorFace } from '../../ui/faces/ErrorFace';
import { Face } from '../../ui/faces/Face';
import { Loading } from '../../ui/faces/Loading';
import { Time } from '../../ui/Time';
import { sharedQuery } from '../queries';
import type { SharedMessage } from '../types';
import '../../ui/chat/ConversationView.css';

/** A conversation that somebody shared: to be read, nothing else. */
export function SharedPage({ share, backend }: { share: string; backend: ChatBackend }) {
  const { t } = useTranslation('site');
  const query = useQuery(sharedQuery(backend, share));
  const [source, setSource] = useState<{ message: SharedMessage; position: number }>();
  if (query.isError) {
    return query.error instanceof Problem && query.error.status === 404
      ? <Face role="alert" title={t('shared.gone')}>{problemText(query.error)}</Face>
      : <ErrorFace error={query.error} onRetry={() => void query.refetch()} />;
  }
  if (!query.data) return <Loading rows={4} rowHeight={64} />;
  const { name, shared_at, messages } = query.data;
  const citation = source?.message.citations.find(({ position }) => position === source.position);
  const step = (by: 1 | -1) => source && setSource({
    ...source, position: ((source.position - 1 + by + source.message.citations.length) % source.message.citations.length) + 1,
  });
  return (
    <ChatBackendContext value={backend}>
      <div className="md-conversation">
        <div className="md-talk">
          <div className="md-talk-scroll" tabIndex={-1}>
            <div className="md-talk-column">
              <div>
                <h2 className="md-site-shared">{name}</h2>
                <p className="md-quiet">{t('shared.at')} <Time at={shared_at} /></p>
              </div>
              {messages.map((message) => (
                <SharedTurn
                  key={message.id} message={message}
                  current={source?.message.id === message.id ? source.position : undefined}
                  onOpen={(position) => setSource({ message, position })}
                />
              ))}
            </div>
          </div>
        </div>
        {citation && <SourcePanel citation={citation} onStep={step} onClose={() => setSource(undefined)} />}
      </div>
    </ChatBackendContext>
  );
}

interface SharedTurnProps {
  message: SharedMessage;
  current: number | undefined;
  onOpen: (position: number) => void;
}

function SharedTurn({ message, current, onOpen }: SharedTurnProps) {
  const { t } = useTranslation(['site', 'chat']);
  const { citations, query, answer, file_names, status } = message;
  const sources = useMemo(() => ({ citations, current, open: onOpen }), [citations, current, onOpen]);
  return (
    <article className="md-turn">
      <h3 className="md-hidden">{t('chat:turn.question')}</h3>
      {file_names.map((name, at) => <p key={at} className="md-quiet"><Paperclip size={13} aria-hidden /> {name}</p>)}
      {query !== '' && <div className="md-question">{query}</div>}
      <h3 className="md-hidden">{t('chat:turn.answer')}</h3>
      <SourcesContext value={sources}>
        <Markdown text={answer} />
        {status === 'failed' && <p className="md-turn-note">{t('chat:turn.failed')}</p>}
        <SourceCards />
      </SourcesContext>
    </article>
  );
}

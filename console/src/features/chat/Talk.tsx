import { useQuery, useQueryClient } from '@tanstack/react-query';
import { lazy, Suspense, useEffect, useMemo, useSyncExternalStore } from 'react';
import { useTranslation } from 'react-i18next';
import { useNavigate } from 'react-router';
import { useIsPainted } from '../../api/firstPaint';
import { useWorkspaceId } from '../../api/queries';
import { startOfPublished } from '../../ui/chat/appConfig';
import { consoleBackend } from '../../ui/chat/consoleBackend';
import { ConversationView } from '../../ui/chat/ConversationView';
import { appQuery, type App } from '../../ui/chat/queries';
import { sessionOf } from '../../ui/chat/sessions';
import { ErrorFace } from '../../ui/faces/ErrorFace';
import { startQuery } from './queries';

// Most apps have conversations.
const ResultsView = lazy(async () => ({ default: (await import('../../ui/chat/results/ResultsView')).ResultsView }));

interface TalkProps {
  app: string;
  /** Undefined begins one. */
  conversation: string | undefined;
  /** Tells the header what is known of the app. */
  onHeading: (heading: Heading) => void;
}

export interface Heading {
  title: string;
  facts?: string;
  /** Something of me may be remembered beyond the conversation. */
  remembers?: boolean;
}

/** One conversation with a published app. */
export function Talk({ app: appId, conversation, onHeading }: TalkProps) {
  const { t } = useTranslation('chat');
  const ws = useWorkspaceId();
  const navigate = useNavigate();
  const cache = useQueryClient();
  // A conversation that was begun is drawn from its messages; what its app says of itself may come a moment later.
  const isWanted = useIsPainted() || conversation === undefined;
  const app = useQuery({ ...appQuery(ws, appId), enabled: isWanted });
  const single = conversation === undefined && app.data?.mode === 'completion';
  const session = useMemo(
    () => sessionOf(cache, { backend: consoleBackend(ws), app: appId, conversation, single }),
    [cache, ws, appId, conversation, single],
  );
  const begun = useSyncExternalStore(session.subscribe, () => session.outline().conversation);
  const published = useQuery(startQuery(ws, app.data));
  const start = useMemo(() => startOfPublished(published.data), [published.data]);

  // A new conversation gets its address as soon as the server has named it; back leads to where one came from.
  useEffect(() => {
    if (conversation === undefined && begun && !single) void navigate(`/w/${ws}/chat/${begun}`, { replace: true });
  }, [conversation, begun, single, navigate, ws]);

  const title = app.data?.name;
  const facts = app.data?.description;
  const remembers = published.data?.remembers;
  useEffect(() => {
    if (title !== undefined) onHeading({ title, facts, remembers });
  }, [title, facts, remembers, onHeading]);

  if (app.isError && !app.data) return <ErrorFace error={app.error} onRetry={() => void app.refetch()} />;
  const shared = {
    session,
    start,
    disabledReason: app.data?.status === 'draft' ? t('composer.not_published') : undefined,
    heading: app.data && <Hello {...app.data} />,
  };
  return single
    ? <Suspense fallback={null}><ResultsView key={session.serial} {...shared} /></Suspense>
    : <ConversationView key={session.serial} {...shared} />;
}

function Hello({ icon, name, description }: Pick<App, 'icon' | 'name' | 'description'>) {
  return (
    <div className="md-talk-hello">
      <span className="md-start-icon" aria-hidden>{icon || name.slice(0, 1)}</span>
      <div>
        <p className="md-talk-name">{name}</p>
        {description && <p className="md-soft">{description}</p>}
      </div>
    </div>
  );
}

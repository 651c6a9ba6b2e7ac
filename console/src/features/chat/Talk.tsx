import { useQuery, useQueryClient } from '@tanstack/react-query';
import { useEffect, useMemo, useSyncExternalStore } from 'react';
import { useTranslation } from 'react-i18next';
import { useNavigate } from 'react-router';
import { useIsPainted } from '../../api/firstPaint';
import { useWorkspaceId } from '../../api/queries';
import { startOfPublished } from '../../ui/chat/appConfig';
import { consoleBackend } from '../../ui/chat/consoleBackend';
import { ConversationView } from '../../ui/chat/ConversationView';
import { appQuery } from '../../ui/chat/queries';
import { ResultsView } from '../../ui/chat/results/ResultsView';
import { sessionOf } from '../../ui/chat/sessions';
import { ErrorFace } from '../../ui/faces/ErrorFace';
import { startQuery } from './queries';

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
  const View = single ? ResultsView : ConversationView;
  return (
    <View
      key={session.serial}
      session={session}
      start={start}
      disabledReason={app.data?.status === 'draft' ? t('composer.not_published') : undefined}
      heading={app.data && (
        <div className="md-talk-hello">
          <span className="md-start-icon" aria-hidden>{app.data.icon || app.data.name.slice(0, 1)}</span>
          <div>
            <p className="md-talk-name">{app.data.name}</p>
            {app.data.description && <p className="md-soft">{app.data.description}</p>}
          </div>
        </div>
      )}
    />
  );
}

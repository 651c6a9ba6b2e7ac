import { lazy, Suspense, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { problemText } from '../../api/problem';
import { ErrorFace } from '../../ui/faces/ErrorFace';
import { Loading } from '../../ui/faces/Loading';
import { toast } from '../../ui/toast/toast';
import { ConversationItem } from './ConversationItem';
import { groupByDay } from './groupByDay';
import { useDeleteConversation, useRename, type Conversation, type useConversations } from './queries';
import './ConversationList.css';

const ConfirmDestructive = lazy(async () => ({
  default: (await import('../../ui/overlays/ConfirmDestructive')).ConfirmDestructive,
}));

interface ConversationListProps {
  list: ReturnType<typeof useConversations>['list'];
  current: string | undefined;
  onDeleted: (id: string) => void;
  /** The person went to one, for a drawer to close. */
  onGo?: () => void;
}

/** My conversations by day. */
export function ConversationList({ list, current, onDeleted, onGo }: ConversationListProps) {
  const { t } = useTranslation('chat');
  const rename = useRename();
  const remove = useDeleteConversation();
  const [deleting, setDeleting] = useState<Conversation>();

  if (list.data === undefined) {
    return list.isError ? <ErrorFace error={list.error} compact onRetry={() => void list.refetch()} /> : <Loading rows={6} />;
  }
  return (
    <nav className="md-talks" aria-label={t('list')} onClick={(event) => (event.target as Element).closest('a') && onGo?.()}>
      {list.data.length === 0 && <p className="md-talks-empty">{t('list.empty')}</p>}
      {groupByDay(list.data).map(([group, conversations]) => (
        <section key={group}>
          <h2>{t(`day.${group}`)}</h2>
          <ul>
            {conversations.map((conversation) => (
              <ConversationItem
                key={conversation.id} conversation={conversation} isCurrent={conversation.id === current}
                onDelete={() => setDeleting(conversation)}
                onRename={(name) => rename.mutate({ id: conversation.id, name }, {
                  onError: (error) => toast(problemText(error), { tone: 'error' }),
                })}
              />
            ))}
          </ul>
        </section>
      ))}
      {list.hasNextPage && (
        <button type="button" className="md-link md-talks-more" onClick={() => void list.fetchNextPage()}>
          {t('common:table.more')}
        </button>
      )}
      {deleting && (
        <Suspense fallback={null}>
          <ConfirmDestructive
            open
            onClose={() => setDeleting(undefined)}
            title={t('delete.title', { name: deleting.name })}
            consequence={t('delete.text', { count: deleting.message_count })}
            verb={t('common:delete')}
            onConfirm={async () => {
              await remove(deleting.id);
              onDeleted(deleting.id);
            }}
          />
        </Suspense>
      )}
    </nav>
  );
}

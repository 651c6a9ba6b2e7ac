import { keepPreviousData, useInfiniteQuery } from '@tanstack/react-query';
import { lazy, Suspense, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { problemText } from '../../api/problem';
import { useWorkspaceId } from '../../api/queries';
import { ErrorFace } from '../../ui/faces/ErrorFace';
import { Loading } from '../../ui/faces/Loading';
import { toast } from '../../ui/toast/toast';
import { ConversationItem } from './ConversationItem';
import { ConversationSearch } from './ConversationSearch';
import { groupByDay } from './groupByDay';
import { conversationsQuery, useDeleteConversation, useRename, type Conversation, type useConversations } from './queries';
import { useExport } from './useExport';
import { useOnSight } from './useOnSight';
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

/** My conversations by day, and those that a text is looked for in. */
export function ConversationList({ list: all, current, onDeleted, onGo }: ConversationListProps) {
  const { t } = useTranslation(['chat', 'talk']);
  const ws = useWorkspaceId();
  const [search, setSearch] = useState('');
  const found = useInfiniteQuery({
    ...conversationsQuery(ws, search), enabled: search !== '', placeholderData: keepPreviousData,
  });
  const list = search === '' ? all : found;
  const [deleting, setDeleting] = useState<Conversation>();
  const remove = useDeleteConversation();

  return (
    <nav className="md-talks" aria-label={t('list')} onClick={(event) => (event.target as Element).closest('a') && onGo?.()}>
      <ConversationSearch onSearch={setSearch} />
      {list.data === undefined
        ? list.isError ? <ErrorFace error={list.error} compact onRetry={() => void list.refetch()} /> : <Loading rows={6} />
        : <Days conversations={list.data} current={current} empty={t(search === '' ? 'list.empty' : 'talk:search.none')} onDelete={setDeleting} />}
      {list.hasNextPage && <More busy={list.isFetchingNextPage} onMore={() => void list.fetchNextPage()} />}
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

interface DaysProps {
  conversations: readonly Conversation[];
  current: string | undefined;
  empty: string;
  onDelete: (conversation: Conversation) => void;
}

function Days({ conversations, current, empty, onDelete }: DaysProps) {
  const { t } = useTranslation('chat');
  const rename = useRename();
  const save = useExport();
  if (conversations.length === 0) return <p className="md-talks-empty">{empty}</p>;
  return groupByDay(conversations).map(([group, members]) => (
    <section key={group}>
      <h2>{t(`day.${group}`)}</h2>
      <ul>
        {members.map((conversation) => (
          <ConversationItem
            key={conversation.id} conversation={conversation} isCurrent={conversation.id === current}
            onDelete={() => onDelete(conversation)}
            onExport={() => save(conversation)}
            onRename={(name) => rename.mutate({ id: conversation.id, name }, {
              onError: (error) => toast(problemText(error), { tone: 'error' }),
            })}
          />
        ))}
      </ul>
    </section>
  ));
}

// Comes by itself when the end is near; the button is for keyboards, and says that there is more.
function More({ busy, onMore }: { busy: boolean; onMore: () => void }) {
  const { t } = useTranslation();
  const button = useOnSight<HTMLButtonElement>(() => !busy && onMore());
  return (
    <button ref={button} type="button" className="md-link md-talks-more" aria-busy={busy} onClick={onMore}>{t('table.more')}</button>
  );
}

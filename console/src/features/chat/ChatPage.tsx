import { useQueryClient } from '@tanstack/react-query';
import { Brain, Download, MessageSquarePlus, PanelLeft } from 'lucide-react';
import { lazy, Suspense, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { useNavigate, useParams } from 'react-router';
import { useWorkspaceId } from '../../api/queries';
import { useActs } from '../../ui/acts/acts';
import { appOfSession } from '../../ui/chat/sessions';
import { ErrorFace } from '../../ui/faces/ErrorFace';
import { PageHeader } from '../../ui/page/PageHeader';
import { Page } from '../../ui/page/Page';
import { ConversationList } from './ConversationList';
import { StartList } from './StartList';
import { Talk, type Heading } from './Talk';
import { useConversations } from './queries';
import { useExport } from './useExport';
import { useShowsList } from './useShowsList';
import './ChatPage.css';

const MemoryDrawer = lazy(async () => ({ default: (await import('./memory/MemoryDrawer')).MemoryDrawer }));
const ConversationDrawer = lazy(async () => ({ default: (await import('./ConversationDrawer')).ConversationDrawer }));

/** Ask and check: conversations left, the answer in the middle, its sources right. */
export function ChatPage() {
  const { t } = useTranslation(['chat', 'talk']);
  const ws = useWorkspaceId();
  const navigate = useNavigate();
  const { conversation, app: newWith } = useParams();
  const id = conversation === 'new' ? undefined : conversation;
  const { list, found, single } = useConversations(id);
  const [shows, setShows] = useShowsList();
  const [drawer, setDrawer] = useState(false);
  const [heading, setHeading] = useState<Heading>();
  const [memory, setMemory] = useState(false);
  const save = useExport();
  const cache = useQueryClient();
  const app = newWith ?? found?.app.id ?? appOfSession(cache, id);
  const isStart = conversation === undefined;

  const title = isStart ? t('title') : heading?.title ?? found?.app.name ?? t('title');
  const acts = isStart ? [] : [
    ...(found ? [{ key: 'export', label: t('talk:export'), icon: Download, secondary: true, run: () => save(found) }] : []),
    ...(app && heading?.remembers ? [{ key: 'memory', label: t('talk:memory'), icon: Brain, secondary: true, run: () => setMemory(true) }] : []),
  ];
  const begin = () => void navigate(app ? `/w/${ws}/chat/new/${app}` : `/w/${ws}/chat`);
  useActs([
    { id: 'chat.new', label: t('new'), keys: 'c', icon: MessageSquarePlus, group: 'act', run: begin },
    { id: 'chat.new.mod', label: t('new'), keys: 'mod+shift+o', quiet: true, run: begin },
    ...acts.map(({ key, label, icon, run }) => ({ id: `chat.${key}`, label, icon, group: 'object' as const, run })),
    { id: 'chat.list', label: t('list.toggle'), icon: PanelLeft, group: 'act', run: () => setShows(!shows) },
  ]);

  const lists = (
    <ConversationList
      list={list} current={id} onGo={() => setDrawer(false)}
      onDeleted={(gone) => gone === id && void navigate(`/w/${ws}/chat`)}
    />
  );
  return (
    <Page
      fill
      head={(
        <div className="md-chat-head">
          <button
            type="button" className="md-icon-button md-wide-only" aria-label={t('list.toggle')} aria-expanded={shows}
            onClick={() => setShows(!shows)}
          >
            <PanelLeft size={15} />
          </button>
          <button
            type="button" className="md-icon-button md-narrow-only" aria-label={t('list')} onClick={() => setDrawer(true)}
          >
            <PanelLeft size={15} />
          </button>
          <PageHeader
            title={title}
            facts={isStart ? undefined : heading?.facts}
            actions={isStart ? [] : [...acts, { key: 'new', label: t('new'), icon: MessageSquarePlus, run: begin }]}
          />
        </div>
      )}
    >
      <div className="md-chat">
        {shows && <div className="md-chat-list">{lists}</div>}
        <div className="md-chat-main">
          {isStart
            ? <div className="md-chat-start"><StartList /><div className="md-narrow-only">{lists}</div></div>
            : app ? <Talk app={app} conversation={id} onHeading={setHeading} />
              : single.isError && <ErrorFace error={single.error} onRetry={() => void single.refetch()} />}
        </div>
      </div>
      {memory && app && (
        <Suspense fallback={null}><MemoryDrawer app={{ id: app, name: title }} onClose={() => setMemory(false)} /></Suspense>
      )}
      {drawer && (
        <Suspense fallback={null}><ConversationDrawer onClose={() => setDrawer(false)}>{lists}</ConversationDrawer></Suspense>
      )}
    </Page>
  );
}

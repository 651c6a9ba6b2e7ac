import { useInfiniteQuery, useQueryClient } from '@tanstack/react-query';
import { MessageSquarePlus, PanelLeft } from 'lucide-react';
import { lazy, Suspense, useEffect, useMemo, useState, useSyncExternalStore } from 'react';
import { useTranslation } from 'react-i18next';
import { Problem } from '../api/problem';
import { startOfPublished } from '../ui/chat/appConfig';
import type { ChatBackend } from '../ui/chat/ChatBackend';
import { ConversationView } from '../ui/chat/ConversationView';
import { messagesKey } from '../ui/chat/queries';
import { sessionOf } from '../ui/chat/sessions';
import type { SiteAddress } from './address';
import { talksQuery } from './queries';
import { SiteFrame } from './SiteFrame';
import { SiteIcon } from './SiteIcon';
import { TalkList } from './TalkList';
import type { Visit } from './types';
import { useCurrentTalk } from './useCurrentTalk';

const ShareMenu = lazy(async () => ({ default: (await import('./share/ShareMenu')).ShareMenu }));

interface SiteChatProps {
  visit: Visit;
  address: SiteAddress;
  backend: ChatBackend;
}

/** The visitor's conversations beside the one that is open. */
export function SiteChat({ visit: { site, start: published }, address, backend }: SiteChatProps) {
  const { t } = useTranslation('site');
  const cache = useQueryClient();
  const [current, setCurrent] = useCurrentTalk(address);
  const [shows, setShows] = useState(() => !address.embedded && window.innerWidth >= 900);
  const session = useMemo(
    () => sessionOf(cache, { backend, app: address.token, conversation: current }), [cache, backend, address.token, current],
  );
  const begun = useSyncExternalStore(session.subscribe, () => session.outline().conversation);
  useEffect(() => {
    if (current === undefined && begun) setCurrent(begun);
  }, [current, begun, setCurrent]);
  useForgetLost(backend, current, setCurrent);
  const start = useMemo(() => startOfPublished(published ?? undefined), [published]);
  const list = useInfiniteQuery(talksQuery(backend));

  const go = (talk: string | undefined) => {
    setCurrent(talk);
    if (window.innerWidth < 900 || address.embedded) setShows(false);
  };
  return (
    <SiteFrame
      site={site} address={address}
      lead={(
        <button
          type="button" className="md-icon-button" aria-label={t('talks.toggle')} title={t('talks.toggle')} aria-expanded={shows}
          onClick={() => setShows(!shows)}
        >
          <PanelLeft size={16} />
        </button>
      )}
      acts={(
        <>
          {begun && <Suspense fallback={null}><ShareMenu key={begun} talk={begun} address={address} backend={backend} /></Suspense>}
          <button
            type="button" className="md-icon-button" aria-label={t('talks.new')} title={t('talks.new')} onClick={() => go(undefined)}
          >
            <MessageSquarePlus size={16} />
          </button>
        </>
      )}
    >
      {shows && (
        <TalkList
          list={list} current={current} backend={backend} onGo={go} onClose={() => setShows(false)}
          onDeleted={(gone) => gone === current && setCurrent(undefined)}
        />
      )}
      <ConversationView
        key={session.serial}
        session={session}
        start={start}
        words={{ placeholder: site.input_placeholder || undefined }}
        heading={(
          <div className="md-site-hello">
            <SiteIcon site={site} />
            <div>
              <p className="md-talk-name">{site.title}</p>
              {site.description && <p className="md-soft">{site.description}</p>}
            </div>
          </div>
        )}
      />
    </SiteFrame>
  );
}

// A conversation in the address that is gone, or somebody else's, gives way to a new one.
function useForgetLost(backend: ChatBackend, current: string | undefined, forget: (talk: undefined) => void): void {
  const cache = useQueryClient();
  useEffect(() => cache.getQueryCache().subscribe(({ query }) => {
    if (current === undefined || query.queryHash !== JSON.stringify(messagesKey(backend.scope, current))) return;
    if (query.state.error instanceof Problem && query.state.error.status === 404) forget(undefined);
  }), [cache, backend.scope, current, forget]);
}

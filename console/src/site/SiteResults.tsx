import { useQueryClient } from '@tanstack/react-query';
import { lazy, Suspense, useMemo, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { startOfPublished } from '../ui/chat/appConfig';
import type { ChatBackend } from '../ui/chat/ChatBackend';
import { ResultsView } from '../ui/chat/results/ResultsView';
import { sessionOf } from '../ui/chat/sessions';
import { Loading } from '../ui/faces/Loading';
import type { SiteAddress } from './address';
import { SiteFrame } from './SiteFrame';
import type { Visit } from './types';

const Batches = lazy(async () => ({ default: (await import('./batch/Batches')).Batches }));

interface SiteResultsProps {
  visit: Visit;
  address: SiteAddress;
  backend: ChatBackend;
}

/** An app that fills in a form: one run at a time, or a table of them. */
export function SiteResults({ visit: { site, start: published, batch_rows }, address, backend }: SiteResultsProps) {
  const { t } = useTranslation('site');
  const cache = useQueryClient();
  const [tab, setTab] = useState<'single' | 'batch'>(() => (window.location.hash === '#batch' ? 'batch' : 'single'));
  const session = useMemo(
    () => sessionOf(cache, { backend, app: address.token, single: true }), [cache, backend, address.token],
  );
  const start = useMemo(() => startOfPublished(published ?? undefined), [published]);
  const choose = (next: typeof tab) => {
    setTab(next);
    window.history.replaceState(null, '', next === 'batch' ? '#batch' : window.location.pathname);
  };
  return (
    <SiteFrame site={site} address={address}>
      <div className="md-site-form">
        {batch_rows !== null && (
          <div className="md-site-tabs" role="tablist" aria-label={t('tabs')}>
            {(['single', 'batch'] as const).map((name) => (
              <button
                key={name} type="button" role="tab" id={`tab-${name}`} aria-selected={tab === name} aria-controls="tab-panel"
                tabIndex={tab === name ? 0 : -1} onClick={() => choose(name)}
                onKeyDown={(event) => {
                  if (event.key !== 'ArrowLeft' && event.key !== 'ArrowRight') return;
                  const other = name === 'single' ? 'batch' : 'single';
                  choose(other);
                  document.getElementById(`tab-${other}`)?.focus();
                }}
              >
                {t(`tab.${name}`)}
              </button>
            ))}
          </div>
        )}
        {site.description && <p className="md-soft md-site-intro">{site.description}</p>}
        <div id="tab-panel" className="md-site-panel" role={batch_rows === null ? undefined : 'tabpanel'} aria-labelledby={batch_rows === null ? undefined : `tab-${tab}`}>
          {tab === 'single'
            ? <ResultsView key={session.serial} session={session} start={start} />
            : <Suspense fallback={<Loading />}><Batches backend={backend} mostRows={batch_rows!} /></Suspense>}
        </div>
      </div>
    </SiteFrame>
  );
}

import { useQuery, useQueryClient } from '@tanstack/react-query';
import { Switch } from 'antd';
import type { TFunction } from 'i18next';
import { Code2, ExternalLink, KeyRound, Palette, RefreshCw } from 'lucide-react';
import { lazy, Suspense, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { api } from '../../../../api/client';
import { useIsPainted } from '../../../../api/firstPaint';
import { problemText } from '../../../../api/problem';
import { useCan, useWorkspaceId } from '../../../../api/queries';
import { PermissionButton } from '../../../../ui/access/PermissionButton';
import type { App } from '../../../../ui/chat/queries';
import { CodeBlock } from '../../../../ui/copy/CodeBlock';
import { ErrorFace } from '../../../../ui/faces/ErrorFace';
import { Loading } from '../../../../ui/faces/Loading';
import { ConfirmDestructive } from '../../../../ui/overlays/ConfirmDestructive';
import { Time } from '../../../../ui/Time';
import { toast } from '../../../../ui/toast/toast';
import { changeOf, siteAccessQuery, sitePath, type SiteAccess } from './siteQueries';
import './PublicPage.css';

const AccessDrawer = lazy(async () => ({ default: (await import('./AccessDrawer')).AccessDrawer }));
const LookDrawer = lazy(async () => ({ default: (await import('./LookDrawer')).LookDrawer }));
const EmbedDrawer = lazy(async () => ({ default: (await import('./EmbedDrawer')).EmbedDrawer }));

interface PublicPageProps {
  app: App;
  /** Where people reach this installation. */
  base: string;
}

/** The app's page for everybody: on or off, its link, and the ways to change it. */
export function PublicPage({ app, base }: PublicPageProps) {
  const { t } = useTranslation('siteSettings');
  const ws = useWorkspaceId();
  const query = useQuery({ ...siteAccessQuery(ws, app.id), enabled: useIsPainted() });
  return (
    <section className="md-section md-public" aria-labelledby="public-page">
      {query.isError && !query.data ? <ErrorFace error={query.error} compact onRetry={() => void query.refetch()} />
        : query.data ? <Settings app={app} base={base} access={query.data} />
          : <><h2 id="public-page">{t('title')}</h2><Loading rows={2} /></>}
    </section>
  );
}

function Settings({ app, base, access }: PublicPageProps & { access: SiteAccess }) {
  const { t } = useTranslation('siteSettings');
  const ws = useWorkspaceId();
  const cache = useQueryClient();
  const mayChange = useCan('apps.update');
  const [shown, setShown] = useState<'access' | 'look' | 'embed' | 'reissue'>();
  const [busy, setBusy] = useState(false);
  const keep = (next: SiteAccess) => cache.setQueryData(siteAccessQuery(ws, app.id).queryKey, next);
  const save = async (change: object) =>
    keep(await api.put<SiteAccess>(`${sitePath(app.id)}/access`, { ...changeOf(access), ...change }));

  const turn = async (enabled: boolean) => {
    setBusy(true);
    await save({ enabled }).catch((error) => toast(problemText(error), { tone: 'error' }));
    setBusy(false);
  };
  const link = access.token && `${base}/s/${access.token}`;
  const close = () => setShown(undefined);
  return (
    <>
      <div className="md-public-head">
        <h2 id="public-page">{t('title')}</h2>
        <Switch aria-labelledby="public-page" checked={access.enabled} disabled={!mayChange} loading={busy} onChange={(on) => void turn(on)} />
        <span className="md-quiet">{t(access.enabled ? 'on' : 'off')}</span>
      </div>
      <p className="md-soft">{t('text')}</p>
      {access.enabled && app.version === null && <p className="md-public-warn">! {t('not_published')}</p>}
      {access.enabled && link && (
        <>
          <CodeBlock code={link} />
          <dl className="md-public-facts">
            <div><dt>{t('mode')}</dt><dd>{t(`mode.${access.mode}`)}</dd></div>
            <div><dt>{t('networks')}</dt><dd>{access.networks.length ? access.networks.join(', ') : t('networks.any')}</dd></div>
            <div><dt>{t('limits')}</dt><dd>{limitsOf(access, t)}</dd></div>
            <div><dt>{t('expires')}</dt><dd>{access.expires_at ? <Time at={access.expires_at} /> : t('expires.never')}</dd></div>
          </dl>
        </>
      )}
      <div className="md-public-acts">
        {access.enabled && link && (
          <a className="md-button" href={link} target="_blank" rel="noreferrer"><ExternalLink size={15} aria-hidden />{t('open')}</a>
        )}
        <PermissionButton permission="apps.update" icon={<Palette size={15} />} onClick={() => setShown('look')}>{t('look')}</PermissionButton>
        <PermissionButton permission="apps.update" icon={<KeyRound size={15} />} onClick={() => setShown('access')}>{t('access')}</PermissionButton>
        <PermissionButton permission="apps.update" icon={<Code2 size={15} />} onClick={() => setShown('embed')}>{t('embed')}</PermissionButton>
        {link && (
          <PermissionButton permission="apps.update" icon={<RefreshCw size={15} />} onClick={() => setShown('reissue')}>
            {t('reissue')}
          </PermissionButton>
        )}
      </div>
      <Suspense fallback={null}>
        {shown === 'access' && <AccessDrawer access={access} onClose={close} onSave={save} />}
        {shown === 'look' && <LookDrawer app={app} onClose={close} />}
        {shown === 'embed' && <EmbedDrawer app={app} access={access} base={base} onClose={close} onSave={save} onKeep={keep} />}
      </Suspense>
      <ConfirmDestructive
        open={shown === 'reissue'} onClose={close} title={t('reissue.title')} consequence={t('reissue.text')} verb={t('reissue.verb')}
        onConfirm={async () => keep(await api.post<SiteAccess>(`${sitePath(app.id)}/token`))}
      />
    </>
  );
}

function limitsOf(access: SiteAccess, t: TFunction<'siteSettings'>): string {
  return [
    access.requests_per_minute && t('limits.minute', { count: access.requests_per_minute }),
    access.requests_per_day && t('limits.day', { count: access.requests_per_day }),
    access.concurrent_answers && t('limits.at_once', { count: access.concurrent_answers }),
  ].filter(Boolean).join(' · ') || t('limits.none');
}

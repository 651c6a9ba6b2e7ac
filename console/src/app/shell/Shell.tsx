import { useQuery } from '@tanstack/react-query';
import { lazy, Suspense, useEffect, useRef, useState, useSyncExternalStore } from 'react';
import { useTranslation } from 'react-i18next';
import { Navigate, Outlet, useLocation, useNavigation as useRouting } from 'react-router';
import { meQuery, useWorkspaceId } from '../../api/queries';
import { sessionStatus, subscribeSession } from '../../api/session';
import { listenForShortcuts } from '../../ui/acts/shortcuts';
import { ErrorFace } from '../../ui/faces/ErrorFace';
import { AntdTheme } from '../../ui/theme/AntdTheme';
import { Toasts } from '../../ui/toast/Toasts';
import { BottomBar } from './BottomBar';
import { Late } from './Late';
import { NavPanel } from './NavPanel';
import { OfflineBar } from './OfflineBar';
import { useLayout } from './useLayout';
import { useShellActs } from './useShellActs';
import './Shell.css';

const NavDrawer = lazy(async () => ({ default: (await import('./NavDrawer')).NavDrawer }));
const Palette = lazy(loadPalette);
const ShortcutHelp = lazy(async () => ({ default: (await import('./ShortcutHelp')).ShortcutHelp }));

/** What stands around every page of a workspace: navigation on paper, the page on one sheet. */
export function Shell() {
  const { t } = useTranslation('shell');
  const workspace = useWorkspaceId();
  const location = useLocation();
  const session = useSyncExternalStore(subscribeSession, sessionStatus);
  const me = useQuery({ ...meQuery(workspace), enabled: session !== 'signed_out' });
  const layout = useLayout();
  const isRouting = useRouting().state === 'loading';
  const [open, setOpen] = useState<'palette' | 'help' | 'menu'>();
  const sheet = useRef<HTMLElement>(null);
  const close = () => setOpen(undefined);

  useEffect(() => listenForShortcuts(), []);
  useEffect(() => {
    // Not with the first paint, and yet before ⌘K: what is typed right after it is meant for the palette, not for the page.
    const timer = setTimeout(() => void loadPalette().catch(() => undefined), 1500);
    return () => clearTimeout(timer);
  }, []);
  useShellActs({ openPalette: () => setOpen('palette'), openHelp: () => setOpen('help') });

  if (session === 'signed_out') {
    return <Navigate to={`/login?next=${encodeURIComponent(location.pathname + location.search)}`} replace />;
  }
  if (me.data?.must_change_password) return <Navigate to="/login" replace />;

  return (
    <AntdTheme>
      <div className="md-shell" data-layout={layout}>
        <a
          className="md-skip"
          href="#sheet"
          onClick={(event) => {
            event.preventDefault();
            sheet.current?.focus();
          }}
        >
          {t('skip')}
        </a>
        <OfflineBar />
        {layout !== 'phone' && <NavPanel layout={layout} onSearch={() => setOpen('palette')} />}
        <main id="sheet" ref={sheet} tabIndex={-1} className="md-sheet" data-busy={isRouting || undefined}>
          {me.isError && !me.data
            ? <ErrorFace error={me.error} onRetry={() => void me.refetch()} />
            : me.data && <Outlet key={workspace} />}
        </main>
        {layout === 'phone' && <BottomBar onMenu={() => setOpen('menu')} />}
        {layout === 'phone' && (
          <Late open={open === 'menu'}>
            <NavDrawer open={open === 'menu'} onClose={close} onSearch={() => setOpen('palette')} />
          </Late>
        )}
        {open === 'palette' && <Suspense fallback={null}><Palette onClose={close} /></Suspense>}
        <Late open={open === 'help'}><ShortcutHelp open={open === 'help'} onClose={close} /></Late>
        <Toasts />
      </div>
    </AntdTheme>
  );
}

async function loadPalette() {
  return { default: (await import('./palette/Palette')).Palette };
}

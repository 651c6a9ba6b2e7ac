import { useQuery } from '@tanstack/react-query';
import type { ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import { useParams } from 'react-router';
import { useCan, useWorkspaceId } from '../../../api/queries';
import { appQuery, type App } from '../../../ui/chat/queries';
import { ErrorFace } from '../../../ui/faces/ErrorFace';
import { Forbidden } from '../../../ui/faces/Forbidden';
import { Page } from '../../../ui/page/Page';
import { PageHeader, type PageAction } from '../../../ui/page/PageHeader';
import { AppTabs } from '../editor/AppTabs';
import '../editor/AppEditor.css';

interface AppFrameProps {
  tab: string;
  /** Without it the page says who can grant it. */
  permission: string;
  refreshing?: boolean;
  actions?: readonly PageAction[];
  children: (app: App) => ReactNode;
  /** Between the header and the tabs' content. */
  middle?: ReactNode;
  side?: ReactNode;
}

/** The head of an app around a page that looks at it rather than builds it. */
export function AppFrame({ tab, permission, refreshing, actions, children, middle, side }: AppFrameProps) {
  const { id = '' } = useParams();
  const { t } = useTranslation('apps');
  const ws = useWorkspaceId();
  const app = useQuery(appQuery(ws, id));
  const may = useCan(permission);
  return (
    <Page
      side={may ? side : undefined}
      head={(
        <>
          <PageHeader
            title={app.data?.name ?? t('title')} crumb={{ label: t('title'), to: `/w/${ws}/apps` }}
            actions={may && app.data ? actions : []} refreshing={refreshing}
          >
            {may && middle}
          </PageHeader>
          <AppTabs app={id} mode={app.data?.mode} tab={tab} />
        </>
      )}
    >
      {!may ? <Forbidden permission={permission} />
        : app.isError ? <ErrorFace error={app.error} onRetry={() => void app.refetch()} />
          : app.data && children(app.data)}
    </Page>
  );
}

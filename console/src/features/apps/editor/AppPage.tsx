import { useQuery } from '@tanstack/react-query';
import { Navigate, useParams } from 'react-router';
import { useTranslation } from 'react-i18next';
import { useWorkspaceId } from '../../../api/queries';
import { appQuery, draftQuery } from '../../../ui/chat/queries';
import { Result } from '../../../ui/faces/Result';
import { Page } from '../../../ui/page/Page';
import { PageHeader } from '../../../ui/page/PageHeader';
import { buildPath, isGraphKind } from '../kinds';
import { AppEditor } from './AppEditor';

/** One app: build it, give access to it, look back at its versions. */
export function AppPage() {
  const { id = '', tab = 'build' } = useParams();
  // All words of the page: the parts below take some from one another's.
  const { t } = useTranslation(['apps', 'appEditor', 'appList', 'annotations']);
  const ws = useWorkspaceId();
  const app = useQuery(appQuery(ws, id));
  // The editor begins with what is saved now; later changes come through saving, not through reading again.
  const draft = useQuery({ ...draftQuery(ws, id), staleTime: 0, refetchOnMount: 'always', gcTime: 0 });

  if (app.data && tab === 'build' && isGraphKind(app.data.mode)) return <Navigate to={`/w/${ws}/${buildPath(app.data)}`} replace />;
  if (!app.data || !draft.data) {
    const head = <PageHeader title={app.data?.name ?? t('title')} crumb={{ label: t('title'), to: `/w/${ws}/apps` }} />;
    return <Page head={head}>{app.isError ? <Result query={app}>{() => null}</Result> : <Result query={draft}>{() => null}</Result>}</Page>;
  }
  return <AppEditor key={id} app={app.data} draft={draft.data} tab={tab} />;
}

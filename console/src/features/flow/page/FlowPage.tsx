import { useQuery } from '@tanstack/react-query';
import { useTranslation } from 'react-i18next';
import { Navigate, useParams } from 'react-router';
import { useWorkspaceId } from '../../../api/queries';
import { appQuery, draftQuery } from '../../../ui/chat/queries';
import { Result } from '../../../ui/faces/Result';
import { Page } from '../../../ui/page/Page';
import { PageHeader } from '../../../ui/page/PageHeader';
import { isGraphKind } from '../../apps/kinds';
import { FlowScreen } from './FlowScreen';

/** The canvas of one app: its graph, what runs through it, and what surrounds both. */
export function FlowPage() {
  const { id = '' } = useParams();
  const { t } = useTranslation(['flow', 'flowNodes', 'apps']);
  const ws = useWorkspaceId();
  const app = useQuery(appQuery(ws, id));
  // The canvas begins with what is saved now; later changes come through saving, not through reading again.
  const draft = useQuery({ ...draftQuery(ws, id), staleTime: 0, refetchOnMount: 'always', gcTime: 0 });

  if (app.data && !isGraphKind(app.data.mode)) return <Navigate to={`/w/${ws}/apps/${id}`} replace />;
  if (!app.data || !draft.data) {
    const head = <PageHeader title={app.data?.name ?? t('apps:title')} crumb={{ label: t('apps:title'), to: `/w/${ws}/apps` }} />;
    return <Page head={head} fill>{app.isError ? <Result query={app}>{() => null}</Result> : <Result query={draft} loading={<div className="md-flow-loading" aria-busy />}>{() => null}</Result>}</Page>;
  }
  return <FlowScreen key={id} app={app.data} draft={draft.data} />;
}

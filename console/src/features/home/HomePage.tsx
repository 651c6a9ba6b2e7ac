import { useQuery } from '@tanstack/react-query';
import { Plus } from 'lucide-react';
import { useTranslation } from 'react-i18next';
import { Navigate, useNavigate } from 'react-router';
import { meQuery, useWorkspaceId } from '../../api/queries';
import { Result } from '../../ui/faces/Result';
import { Page } from '../../ui/page/Page';
import { PageHeader } from '../../ui/page/PageHeader';
import { Attention } from './Attention';
import { Checklist } from './Checklist';
import { Recent } from './Recent';
import './HomePage.css';

/** Whoever has none of these comes to ask, not to build or to operate. */
const working = ['apps.create', 'knowledge.create', 'models.manage', 'jobs.read'];

/** What needs me, what I had in hand, and what is left to set up. */
export function HomePage() {
  const ws = useWorkspaceId();
  const me = useQuery(meQuery(ws));
  return (
    <Result query={me}>
      {({ permissions }) => (working.some((permission) => permissions.includes(permission)) || !permissions.includes('apps.use')
        ? <Home permissions={permissions} />
        : <Navigate to={`/w/${ws}/chat`} replace />)}
    </Result>
  );
}

function Home({ permissions }: { permissions: readonly string[] }) {
  const { t } = useTranslation('home');
  const ws = useWorkspaceId();
  const navigate = useNavigate();
  const may = (permission: string) => permissions.includes(permission);
  const actions = may('apps.create')
    ? [{ key: 'new', label: t('new_app'), icon: Plus, primary: true, run: () => void navigate(`/w/${ws}/apps?new=1`) }]
    : [];

  return (
    <Page head={<PageHeader title={t('title')} actions={actions} />}>
      <div className="md-home">
        <Checklist may={may} />
        <Attention may={may} />
        {(may('apps.read') || may('knowledge.read')) && <Recent may={may} />}
      </div>
    </Page>
  );
}

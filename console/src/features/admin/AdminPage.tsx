import { useQuery } from '@tanstack/react-query';
import { Segmented } from 'antd';
import { useTranslation } from 'react-i18next';
import { meQuery, useWorkspaceId } from '../../api/queries';
import { Forbidden } from '../../ui/faces/Forbidden';
import { Result } from '../../ui/faces/Result';
import { Page } from '../../ui/page/Page';
import { PageHeader } from '../../ui/page/PageHeader';
import { useUrlState } from '../../ui/table/useUrlState';
import { Users } from './Users';
import { Workspaces } from './Workspaces';

/** The people and workspaces of the whole installation. */
export function AdminPage() {
  const { t } = useTranslation('admin');
  const [tab, setTab] = useUrlState('tab', 'users');
  const permission = tab === 'workspaces' ? 'installation.workspaces' : 'installation.users';
  const me = useQuery(meQuery(useWorkspaceId()));
  return (
    <Page
      head={(
        <PageHeader title={t('title')}>
          <Segmented
            aria-label={t('tabs')} value={tab} onChange={setTab}
            options={[{ value: 'users', label: t('users') }, { value: 'workspaces', label: t('workspaces') }]}
          />
        </PageHeader>
      )}
    >
      <Result query={me}>
        {({ installation_admin }) => {
          if (!installation_admin) return <Forbidden permission={permission} />;
          return tab === 'workspaces' ? <Workspaces /> : <Users />;
        }}
      </Result>
    </Page>
  );
}

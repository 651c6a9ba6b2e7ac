import { Segmented } from 'antd';
import { useTranslation } from 'react-i18next';
import { useCan } from '../../api/queries';
import { Forbidden } from '../../ui/faces/Forbidden';
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
  const isAllowed = useCan(permission);
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
      {!isAllowed ? <Forbidden permission={permission} /> : tab === 'workspaces' ? <Workspaces /> : <Users />}
    </Page>
  );
}

import { useQuery } from '@tanstack/react-query';
import { useTranslation } from 'react-i18next';
import { Result } from '../../../ui/faces/Result';
import { NoMatch } from '../../../ui/faces/NoMatch';
import { FilterInput } from '../../../ui/table/FilterInput';
import { useUrlState } from '../../../ui/table/useUrlState';
import { permissionsQuery, rolesQuery } from '../queries';
import type { Permission, Role } from '../types';
import { RoleLists } from './RoleLists';
import { RoleMatrix } from './RoleMatrix';
import './roles.css';

/** Who may do what: all permissions of a workspace by role. */
export function RolesTab() {
  const roles = useQuery(rolesQuery);
  const permissions = useQuery(permissionsQuery);
  return (
    <Result query={roles}>
      {(found) => <Result query={permissions}>{(all) => <Roles roles={found} permissions={all} />}</Result>}
    </Result>
  );
}

function Roles({ roles, permissions }: { roles: readonly Role[]; permissions: readonly Permission[] }) {
  const { t } = useTranslation(['members', 'permissions']);
  const [q, setQ] = useUrlState('q');
  const wanted = q.toLowerCase();
  const shown = permissions.filter(({ name, scope, description }) => scope === 'workspace'
    && [name, description, t(`permissions:perm.${name}`, { defaultValue: '' })].some((text) => text.toLowerCase().includes(wanted)));

  return (
    <>
      <div className="md-toolbar">
        <FilterInput value={q} onChange={setQ} placeholder={t('roles.filter')} />
        <span className="md-meta">{t('roles.fixed')}</span>
      </div>
      {shown.length === 0 ? <NoMatch onClear={() => setQ('')} /> : (
        <>
          <RoleMatrix roles={roles} permissions={shown} />
          <RoleLists roles={roles} permissions={shown} />
        </>
      )}
    </>
  );
}

import { Fragment } from 'react';
import { useTranslation } from 'react-i18next';
import type { Permission, Role } from '../types';
import { byArea } from './byArea';

/** Permission by role, on wide screens. */
export function RoleMatrix({ roles, permissions }: { roles: readonly Role[]; permissions: readonly Permission[] }) {
  const { t } = useTranslation(['members', 'permissions']);
  return (
    <table className="md-matrix" aria-label={t('tab.roles')}>
      <thead>
        <tr>
          <th scope="col">{t('roles.permission')}</th>
          {roles.map(({ name }) => <th key={name} scope="col">{t(`common:role.${name}`, { defaultValue: name })}</th>)}
        </tr>
      </thead>
      <tbody>
        {byArea(permissions).map(([area, ofArea]) => (
          <Fragment key={area}>
            <tr className="md-matrix-area">
              <th scope="rowgroup" colSpan={roles.length + 1}>{t(`permissions:area.${area}`, { defaultValue: area })}</th>
            </tr>
            {ofArea.map(({ name, description }) => (
              <tr key={name}>
                <th scope="row">
                  {t(`permissions:perm.${name}`, { defaultValue: description })} <span className="md-mono md-meta">{name}</span>
                </th>
                {roles.map((role) => <td key={role.name}><Mark has={role.permissions.includes(name)} /></td>)}
              </tr>
            ))}
          </Fragment>
        ))}
      </tbody>
    </table>
  );
}

function Mark({ has }: { has: boolean }) {
  const { t } = useTranslation('members');
  return (
    <>
      <span aria-hidden className="md-mono" data-has={has}>{has ? '✓' : '–'}</span>
      <span className="md-hidden">{t(has ? 'roles.yes' : 'roles.no')}</span>
    </>
  );
}

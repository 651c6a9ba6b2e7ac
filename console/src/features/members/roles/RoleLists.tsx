import { Select } from 'antd';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { Permission, Role } from '../types';
import { byArea } from './byArea';

/** What one role may do, on phones. */
export function RoleLists({ roles, permissions }: { roles: readonly Role[]; permissions: readonly Permission[] }) {
  const { t } = useTranslation(['members', 'permissions']);
  const [chosen, setChosen] = useState(roles[0]?.name);
  const held = roles.find(({ name }) => name === chosen)?.permissions ?? [];
  const shown = permissions.filter(({ name }) => held.includes(name));

  return (
    <div className="md-role-list md-section">
      <Select
        value={chosen} onChange={setChosen} aria-label={t('column.role')}
        options={roles.map(({ name }) => ({ value: name, label: t(`common:role.${name}`, { defaultValue: name }) }))}
      />
      <p className="md-meta">{t('roles.count', { count: shown.length })}</p>
      {byArea(shown).map(([area, ofArea]) => (
        <section key={area}>
          <h2>{t(`permissions:area.${area}`, { defaultValue: area })}</h2>
          <ul>
            {ofArea.map(({ name, description }) => (
              <li key={name}><span aria-hidden>✓</span>{t(`permissions:perm.${name}`, { defaultValue: description })}</li>
            ))}
          </ul>
        </section>
      ))}
    </div>
  );
}

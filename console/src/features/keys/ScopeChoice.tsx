import { useQuery } from '@tanstack/react-query';
import { Checkbox } from 'antd';
import { useTranslation } from 'react-i18next';
import { meQuery, useWorkspaceId } from '../../api/queries';
import { Result } from '../../ui/faces/Result';
import { permissionsQuery } from './queries';
import type { Permission } from './types';

interface ScopeChoiceProps {
  value?: string[];
  onChange?: (value: string[]) => void;
}

/** The permissions that I have, by area, to be ticked one by one or by area. */
export function ScopeChoice({ value = [], onChange }: ScopeChoiceProps) {
  const { t } = useTranslation(['keys', 'permissions']);
  const query = useQuery(permissionsQuery);
  const { data: me } = useQuery(meQuery(useWorkspaceId()));

  const set = (names: readonly string[], isOn: boolean) => {
    const rest = value.filter((name) => !names.includes(name));
    onChange?.(isOn ? [...rest, ...names] : rest);
  };
  const areaOf = ({ name }: Permission) => name.split('.')[0]!;
  return (
    <Result query={query} compact>
      {(all) => {
        const mine = all.filter(({ name, scope }) => scope === 'workspace' && me?.permissions.includes(name));
        return (
          <div className="md-scopes">
            {[...new Set(mine.map(areaOf))].map((area) => {
              const ofArea = mine.filter((permission) => areaOf(permission) === area);
              const names = ofArea.map(({ name }) => name);
              const chosen = names.filter((name) => value.includes(name)).length;
              return (
                <fieldset key={area}>
                  <Checkbox
                    checked={chosen === names.length} indeterminate={chosen > 0 && chosen < names.length}
                    onChange={(event) => set(names, event.target.checked)}
                  >
                    <strong>{t(`permissions:area.${area}`, { defaultValue: area })}</strong>
                  </Checkbox>
                  {ofArea.map(({ name, description }) => (
                    <Checkbox key={name} checked={value.includes(name)} onChange={(event) => set([name], event.target.checked)}>
                      {t(`permissions:perm.${name}`, { defaultValue: description })} <span className="md-mono md-meta">{name}</span>
                    </Checkbox>
                  ))}
                </fieldset>
              );
            })}
          </div>
        );
      }}
    </Result>
  );
}

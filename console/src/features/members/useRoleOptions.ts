import { useTranslation } from 'react-i18next';
import { useMyself } from './queries';
import { reaches, roleNames } from './rank';

/** The roles to choose from; those above the own one are there and cannot be chosen. */
export function useRoleOptions() {
  const { t } = useTranslation('members');
  const { role: own } = useMyself();
  return roleNames.map((name) => ({
    value: name as string,
    label: t(`common:role.${name}`),
    disabled: !reaches(own, name),
    title: reaches(own, name) ? undefined : t('role.above'),
  }));
}

import { useQuery } from '@tanstack/react-query';
import { useTranslation } from 'react-i18next';
import { holds, meQuery, useWorkspaceId } from '../../api/queries';
import { areas, type Area, type AreaGroup, type AreaName } from '../../ui/areas';
import { features } from '../features';

export interface NavItem {
  name: AreaName;
  group: AreaGroup;
  label: string;
  path: string;
  icon: Area['icon'];
  letter: string | undefined;
}

const served = new Set<AreaName>(features.flatMap((feature) => feature.nav ?? []));

/** The places of this workspace that a feature serves and this person may see, in the order of the navigation. */
export function useNavigation(): { items: NavItem[]; isReady: boolean } {
  const { t } = useTranslation('shell');
  const workspace = useWorkspaceId();
  const { data: me } = useQuery(meQuery(workspace));
  const items = (Object.entries(areas) as [AreaName, Area][])
    .filter(([name, { permissions }]) => served.has(name) && me !== undefined
      && (permissions.length === 0 || permissions.some((permission) => holds(me, permission))))
    .map(([name, { group, path, icon, letter }]) => ({
      name, group, icon, letter, label: t(`area.${name}`), path: path ? `/w/${workspace}/${path}` : `/w/${workspace}`,
    }));
  return { items, isReady: me !== undefined };
}

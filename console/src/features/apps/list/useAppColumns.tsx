import { useInfiniteQuery } from '@tanstack/react-query';
import { useTranslation } from 'react-i18next';
import { Link } from 'react-router';
import { useIsPainted } from '../../../api/firstPaint';
import { useCan, useWorkspaceId } from '../../../api/queries';
import type { Column } from '../../../ui/table/Column';
import { Time } from '../../../ui/Time';
import { buildPath, kindSigns } from '../kinds';
import { peopleQuery, type ListedApp } from '../queries';
import { AppState } from './AppState';
import { Favourite } from './Favourite';

/** Who made an app, by name; nothing as long as it is not known, and for those who may not see members. */
export function useOwnerName(): (app: ListedApp) => string | undefined {
  const isPainted = useIsPainted();
  const maySee = useCan('members.read');
  const { data } = useInfiniteQuery({ ...peopleQuery(useWorkspaceId()), enabled: isPainted && maySee });
  return ({ created_by }) => {
    const owner = created_by === null ? undefined : data?.find(({ user_id }) => user_id === created_by);
    return owner && (owner.name || owner.email);
  };
}

/** The columns of apps. */
export function useAppColumns(isTrash: boolean): Column<ListedApp>[] {
  const { t } = useTranslation('apps');
  const ws = useWorkspaceId();
  const ownerOf = useOwnerName();
  return [
    {
      key: 'name', title: t('column.name'),
      render: (app) => {
        const words = <><span className="md-app-icon" aria-hidden>{app.icon || kindSigns[app.mode]}</span>{app.name}</>;
        return (
          <span className="md-app-name">
            {!isTrash && <Favourite app={app} />}
            {isTrash ? words : <Link to={`/w/${ws}/${buildPath(app)}`}>{words}</Link>}
            {app.tags.map(({ id, name }) => <span key={id} className="md-app-tag">{name}</span>)}
          </span>
        );
      },
    },
    { key: 'kind', title: t('column.kind'), width: 110, render: (app) => t(`kind.${app.mode}`, { defaultValue: app.mode }) },
    { key: 'state', title: t('column.state'), width: 220, render: (app) => <AppState app={app} /> },
    { key: 'owner', title: t('appList:column.owner'), width: 130, render: (app) => ownerOf(app) ?? <span className="md-quiet">–</span> },
    { key: 'updated_at', title: t('column.updated'), width: 130, render: (app) => <Time at={app.updated_at} relative /> },
  ];
}

import type { ReactNode } from 'react';
import { Button } from 'antd';
import { useTranslation } from 'react-i18next';
import { Link } from 'react-router';
import { useWorkspaceId } from '../../../api/queries';
import { ErrorFace } from '../../../ui/faces/ErrorFace';
import { Loading } from '../../../ui/faces/Loading';
import { NoMatch } from '../../../ui/faces/NoMatch';
import type { TableQuery } from '../../../ui/table/DataTable';
import { Time } from '../../../ui/Time';
import { buildPath, kindSigns } from '../kinds';
import type { ListedApp } from '../queries';
import { AppMenu } from './AppMenu';
import { AppState } from './AppState';
import { Favourite } from './Favourite';
import { useOwnerName } from './useAppColumns';

interface AppGridProps {
  query: TableQuery<ListedApp>;
  toolbar: ReactNode;
  empty: ReactNode;
  onClearFilters: (() => void) | undefined;
}

/** The apps as tiles with their descriptions, for those who look rather than search. */
export function AppGrid({ query, toolbar, empty, onClearFilters }: AppGridProps) {
  const { t } = useTranslation('apps');
  const apps = query.data;
  return (
    <div className="md-table-area">
      <div className="md-toolbar">{toolbar}</div>
      {apps === undefined
        ? query.error ? <ErrorFace error={query.error} onRetry={() => void query.refetch()} /> : <Loading />
        : apps.length === 0
          ? onClearFilters ? <NoMatch onClear={onClearFilters} /> : empty
          : <ul className="md-app-grid" aria-label={t('title')}>{apps.map((app) => <Tile key={app.id} app={app} />)}</ul>}
      {query.hasNextPage && (
        <div className="md-table-more">
          <Button loading={query.isFetchingNextPage} onClick={() => void query.fetchNextPage?.()}>{t('common:table.more')}</Button>
        </div>
      )}
    </div>
  );
}

function Tile({ app }: { app: ListedApp }) {
  const { t } = useTranslation('apps');
  const ws = useWorkspaceId();
  const owner = useOwnerName()(app);
  return (
    <li>
      <header>
        <span className="md-app-icon" aria-hidden>{app.icon || kindSigns[app.mode]}</span>
        <Link to={`/w/${ws}/${buildPath(app)}`} className="md-ellipsis">{app.name}</Link>
        <Favourite app={app} />
        <AppMenu app={app} />
      </header>
      <p className="md-soft">{app.description || t(`kind.${app.mode}`, { defaultValue: app.mode })}</p>
      {app.tags.length > 0 && <p>{app.tags.map(({ id, name }) => <span key={id} className="md-app-tag">{name}</span>)}</p>}
      <footer className="md-meta"><AppState app={app} /><span>{owner && `${owner} · `}<Time at={app.updated_at} relative /></span></footer>
    </li>
  );
}

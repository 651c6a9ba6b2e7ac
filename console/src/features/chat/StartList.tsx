import { useInfiniteQuery } from '@tanstack/react-query';
import { ChevronRight, MessageSquare } from 'lucide-react';
import { useTranslation } from 'react-i18next';
import { Link } from 'react-router';
import { useCan, useWorkspaceId } from '../../api/queries';
import { Empty } from '../../ui/faces/Empty';
import { ErrorFace } from '../../ui/faces/ErrorFace';
import { Loading } from '../../ui/faces/Loading';
import { startAppsQuery } from './queries';

/** The published apps that the person may ask. */
export function StartList() {
  const { t } = useTranslation('chat');
  const ws = useWorkspaceId();
  const mayBuild = useCan('apps.create');
  const apps = useInfiniteQuery(startAppsQuery(ws));
  if (apps.data === undefined) {
    return apps.isError ? <ErrorFace error={apps.error} onRetry={() => void apps.refetch()} /> : <Loading rows={5} rowHeight={56} />;
  }

  const published = apps.data.filter(({ status }) => status === 'published');
  if (published.length === 0 && !apps.hasNextPage) {
    return (
      <Empty
        icon={MessageSquare} title={t('start.empty')} text={mayBuild ? t('start.empty.build') : t('start.empty.ask')}
        action={mayBuild && <Link to={`/w/${ws}/apps`}>{t('start.apps')}</Link>}
      />
    );
  }
  return (
    <section className="md-start">
      <h2>{t('start.title')}</h2>
      <p className="md-soft">{t('start.text')}</p>
      <ul>
        {published.map(({ id, name, description, icon }) => (
          <li key={id}>
            <Link to={`/w/${ws}/chat/new/${id}`}>
              <span className="md-start-icon" aria-hidden>{icon || name.slice(0, 1)}</span>
              <span>
                <strong>{name}</strong>
                {description && <small>{description}</small>}
              </span>
              <ChevronRight size={16} aria-hidden />
            </Link>
          </li>
        ))}
      </ul>
      {apps.hasNextPage && (
        <button type="button" className="md-link" onClick={() => void apps.fetchNextPage()}>{t('common:table.more')}</button>
      )}
    </section>
  );
}

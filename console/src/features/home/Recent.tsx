import { useQuery } from '@tanstack/react-query';
import { AppWindow, BookText } from 'lucide-react';
import { useTranslation } from 'react-i18next';
import { Link } from 'react-router';
import { useWorkspaceId } from '../../api/queries';
import { ErrorFace } from '../../ui/faces/ErrorFace';
import { Loading } from '../../ui/faces/Loading';
import { StateTag } from '../../ui/states/StateTag';
import { Time } from '../../ui/Time';
import { appsQuery, basesQuery } from './queries';
import type { App, KnowledgeBase } from './types';
import './Recent.css';

const shown = 8;

/** The apps and knowledge bases that were touched last. */
export function Recent({ may }: { may: (permission: string) => boolean }) {
  const { t } = useTranslation('home');
  const ws = useWorkspaceId();
  const apps = useQuery({ ...appsQuery(ws), enabled: may('apps.read') });
  const bases = useQuery({ ...basesQuery(ws), enabled: may('knowledge.read') });
  const rows = [
    ...apps.data?.map((app) => ({ kind: 'app' as const, ...app })) ?? [],
    ...bases.data?.map((base) => ({ kind: 'base' as const, ...base })) ?? [],
  ].toSorted((one, other) => other.updated_at.localeCompare(one.updated_at)).slice(0, shown);
  const failed = [apps, bases].find(({ isError }) => isError);

  return (
    <section aria-labelledby="md-recent">
      <h2 id="md-recent">{t('recent.title')}</h2>
      {apps.isLoading && rows.length === 0 && <Loading rows={4} rowHeight={36} />}
      {failed && <ErrorFace compact error={failed.error} onRetry={() => void failed.refetch()} />}
      {!apps.isLoading && !bases.isLoading && !failed && rows.length === 0 && <p className="md-quiet">{t('recent.none')}</p>}
      <ul className="md-recent">
        {rows.map((row) => (
          <li key={row.id}>
            {row.kind === 'app' ? <AppWindow size={15} aria-hidden /> : <BookText size={15} aria-hidden />}
            <Link to={row.kind === 'app' ? `/w/${ws}/apps/${row.id}` : `/w/${ws}/knowledge/${row.id}`}>{row.name}</Link>
            <span className="md-meta">{t(`recent.${row.kind}`)}</span>
            <span className="md-recent-state">{row.kind === 'app' ? <AppState app={row} /> : <BaseState base={row} />}</span>
            <span className="md-meta"><Time at={row.updated_at} relative /></span>
          </li>
        ))}
      </ul>
    </section>
  );
}

function AppState({ app: { version, has_unpublished_changes: isChanged } }: { app: App }) {
  const { t } = useTranslation('home');
  if (version === null) return <StateTag state="draft" />;
  return <StateTag state="published">{t(isChanged ? 'recent.changed' : 'recent.published', { version })}</StateTag>;
}

function BaseState({ base: { failed_count: failed, processing_count: processing, document_count: count } }: { base: KnowledgeBase }) {
  const { t } = useTranslation('home');
  if (processing > 0) return <StateTag state="indexing" />;
  const words = t('recent.documents', { count });
  if (failed > 0) return <StateTag state="degraded">{words}</StateTag>;
  return <StateTag state={count > 0 ? 'available' : 'none'}>{words}</StateTag>;
}

import { useQuery, useQueryClient } from '@tanstack/react-query';
import { LoaderCircle } from 'lucide-react';
import { useRef } from 'react';
import { useTranslation } from 'react-i18next';
import { Link } from 'react-router';
import { api } from '../../api/client';
import { useIsPainted } from '../../api/firstPaint';
import { useLive } from '../../api/live';
import { useCan, useWorkspaceId } from '../../api/queries';
import type { Page } from '../../api/types';
import { areas } from '../../ui/areas';
import { useNavigation } from './useNavigation';

/** How many jobs run in this workspace, when there are any. Asked for after the first paint. */
export function RunningJobs() {
  const mayRead = useCan('jobs.read');
  const isServed = useNavigation().items.some(({ name }) => name === 'jobs');
  const isPainted = useIsPainted();
  return mayRead && isServed && isPainted ? <Count /> : null;
}

function Count() {
  const { t } = useTranslation('shell');
  const workspace = useWorkspaceId();
  const cache = useQueryClient();
  const key = ['jobs', workspace, 'running'];
  const { data } = useQuery({
    queryKey: key,
    queryFn: ({ signal }) => api.get<Page<unknown>>('/api/v1/jobs', { signal, query: { state: 'running', limit: 100 } }),
  });
  const asking = useRef<ReturnType<typeof setTimeout>>(undefined);
  // A job tells its progress several times a second; the count may lag.
  useLive('jobs', () => {
    asking.current ??= setTimeout(() => {
      asking.current = undefined;
      void cache.invalidateQueries({ queryKey: key });
    }, 2000);
  });

  const count = data?.data.length ?? 0;
  if (count === 0) return null;
  return (
    <Link className="md-nav-line" to={`/w/${workspace}/${areas.jobs.path}`} title={t('jobs.running', { count })}>
      <LoaderCircle size={15} />
      <span>{t('jobs.running', { count })}</span>
    </Link>
  );
}

import { useQuery } from '@tanstack/react-query';
import { useTranslation } from 'react-i18next';
import { useWorkspaceId } from '../../../../api/queries';
import { jobQuery, traceQuery } from './queries';
import type { Search, Source } from './Thing';

const traceId = /^[0-9a-f]{32}$/i;
const uuid = /^[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}$/i;

/** What a whole id stands for: the errors of a trace, or a run in the background. */
export function useIds(isWanted: boolean, { sees, at, q }: Search): Source {
  const { t } = useTranslation('shell');
  const ws = useWorkspaceId();
  const isTrace = isWanted && traceId.test(q) && sees('errors');
  const isJob = isWanted && uuid.test(q) && sees('jobs');
  const errors = useQuery({ ...traceQuery(ws, q), enabled: isTrace });
  const job = useQuery({ ...jobQuery(ws, q), enabled: isJob });
  return {
    things: [
      ...(isTrace && errors.data || []).map(({ id, message }) => ({
        kind: 'id' as const, id, name: message, hint: t('area.errors'), path: at('errors', `?trace=${q}&peek=${id}`), isFound: true,
      })),
      ...(isJob && job.data
        ? [{ kind: 'id' as const, id: q, name: job.data.title, hint: t('area.jobs'), path: at('jobs', `?peek=${q}`), isFound: true }]
        : []),
    ],
    asked: [errors, job],
  };
}

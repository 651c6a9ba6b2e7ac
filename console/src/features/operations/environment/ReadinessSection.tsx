import { useMutation } from '@tanstack/react-query';
import { Button } from 'antd';
import { useTranslation } from 'react-i18next';
import { api } from '../../../api/client';
import { FailureNote } from '../../../ui/form/FailureNote';
import { Loading } from '../../../ui/faces/Loading';
import { Reports } from '../findings/Reports';
import { Note } from '../frame/Note';
import type { EnvironmentName, Readiness } from '../types';

/** Whether the installation may become what it is asked for, and what is in the way. */
export function ReadinessSection({ to }: { to: EnvironmentName }) {
  const { t } = useTranslation('operations');
  const run = useMutation({
    mutationFn: () => api.post<Readiness>('/api/v1/admin/environment/readiness', { environment: to }),
  });
  return (
    <section className="md-section md-readiness" aria-labelledby="md-readiness">
      <h2 id="md-readiness">{t('readiness', { to })}</h2>
      <Button loading={run.isPending} onClick={() => run.mutate()}>{t(run.data ? 'readiness.again' : 'readiness.run')}</Button>
      <FailureNote error={run.error} />
      {run.isPending && <Loading rows={4} />}
      {!run.isPending && run.data && (
        <>
          <Note tone={run.data.ready ? 'succeeded' : 'degraded'}>{t(run.data.ready ? 'readiness.ready' : 'readiness.not_ready', { to })}</Note>
          <Reports reports={run.data.reports} />
        </>
      )}
    </section>
  );
}

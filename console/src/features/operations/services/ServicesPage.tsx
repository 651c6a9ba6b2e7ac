import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query';
import { FileSliders, Stethoscope } from 'lucide-react';
import { Suspense, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { useNavigate } from 'react-router';
import { api } from '../../../api/client';
import { useWorkspaceId } from '../../../api/queries';
import { useActs } from '../../../ui/acts/acts';
import { Empty } from '../../../ui/faces/Empty';
import { later } from '../../../ui/later';
import { Page } from '../../../ui/page/Page';
import { PageHeader } from '../../../ui/page/PageHeader';
import { DataTable } from '../../../ui/table/DataTable';
import { useUrlState } from '../../../ui/table/useUrlState';
import { OperateTabs } from '../frame/OperateTabs';
import { OperatorOnly } from '../frame/OperatorOnly';
import { servicesQuery } from '../queries';
import { RestartLine } from '../restart/RestartLine';
import type { Service, ServiceList } from '../types';
import { ActQuestion } from './ActQuestion';
import { logPage, ServiceButtons } from './ServiceButtons';
import { serviceColumns } from './serviceColumns';
import { ServiceFigures } from './ServiceFigures';
import { ServiceNotes } from './ServiceNotes';
import { ServicePeek } from './ServicePeek';
import { useServiceActs } from './useServiceActs';
import './services.css';

const DoctorDrawer = later(['operations'], async () => (await import('./DoctorDrawer')).DoctorDrawer);
const staleAfter = 30;

/** What the installation runs, as it is now. */
export function ServicesPage() {
  const { t } = useTranslation('operations');
  return <OperatorOnly title={t('services')}><Services /></OperatorOnly>;
}

function Services() {
  const { t } = useTranslation('operations');
  const ws = useWorkspaceId();
  const cache = useQueryClient();
  const navigate = useNavigate();
  const [peeked, setPeeked] = useUrlState('peek');
  const [examining, setExamining] = useUrlState('doctor');
  const [restartingSince, setRestartingSince] = useState<string>();
  const query = useQuery({ ...servicesQuery, refetchInterval: 5000, staleTime: 0 });
  const acts = useServiceActs();
  const reload = useMutation({
    mutationFn: () => api.post<ServiceList>('/api/v1/admin/services/reload'),
    onSuccess: (list) => cache.setQueryData(servicesQuery.queryKey, list),
  });

  const rows = query.data?.data;
  const shown = rows?.find(({ name }) => name === peeked);
  const now = query.dataUpdatedAt;
  const age = query.isError && rows ? (query.errorUpdatedAt - now) / 1000 : 0;
  const onCurrent = (act: (service: Service) => void) => () => {
    const name = document.activeElement?.closest<HTMLElement>('tr[data-row]')?.dataset.row ?? peeked;
    const service = rows?.find((one) => one.name === name);
    if (service) act(service);
  };
  useActs([
    { id: 'services.restart', label: t('restart'), keys: 'r', quiet: true, run: onCurrent((service) => acts.run(service, 'restart')) },
    { id: 'services.log', label: t('log'), keys: 'l', quiet: true, run: onCurrent(({ name }) => void navigate(logPage(ws, name))) },
  ]);

  return (
    <Page
      head={(
        <>
          <PageHeader
            title={t('services')} facts={query.data?.home}
            actions={[
              { key: 'reload', label: t('services.reload'), icon: FileSliders, busy: reload.isPending, run: () => reload.mutate() },
              { key: 'doctor', label: t('doctor'), icon: Stethoscope, run: () => setExamining('open') },
            ]}
          >
            <OperateTabs />
          </PageHeader>
          {rows && <ServiceFigures services={rows} />}
        </>
      )}
      side={shown && (
        <ServicePeek
          key={shown.name} service={shown} now={now} onAct={(act) => acts.run(shown, act)} onShow={setPeeked} onClose={() => setPeeked('')}
        />
      )}
    >
      {restartingSince !== undefined && <RestartLine before={restartingSince} onBack={() => setRestartingSince(undefined)} />}
      <ServiceNotes list={query.data} age={age > staleAfter ? age : 0} failure={acts.failure ?? reload.error} />
      <div className="md-services" data-stale={age > staleAfter || undefined}>
        <DataTable<Service>
          label={t('services')} query={{ data: rows, error: query.error, refetch: query.refetch }} columns={serviceColumns(t, now)}
          rowKey={({ name }) => name} onPeek={({ name }) => setPeeked(name)} current={peeked || undefined}
          rowMenu={(service) => (
            <ServiceButtons service={service} onAct={(act) => acts.run(service, act)} onMore={() => setPeeked(service.name)} />
          )}
          empty={<Empty title={t('services.empty')} text={t('services.empty.text')} />}
        />
      </div>
      {acts.asked && <ActQuestion asked={acts.asked} onClose={acts.closeQuestion} onRestarting={setRestartingSince} />}
      {examining && <Suspense fallback={null}><DoctorDrawer onClose={() => setExamining('')} /></Suspense>}
    </Page>
  );
}

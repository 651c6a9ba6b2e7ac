import { useQuery, useQueryClient } from '@tanstack/react-query';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { Link } from 'react-router';
import { api } from '../../../api/client';
import { useWorkspaceId } from '../../../api/queries';
import { Empty } from '../../../ui/faces/Empty';
import { NoMatch } from '../../../ui/faces/NoMatch';
import { Result } from '../../../ui/faces/Result';
import { ConfirmDestructive } from '../../../ui/overlays/ConfirmDestructive';
import { Page } from '../../../ui/page/Page';
import { PageHeader } from '../../../ui/page/PageHeader';
import { FilterInput } from '../../../ui/table/FilterInput';
import { useUrlState } from '../../../ui/table/useUrlState';
import { Note } from '../frame/Note';
import { OperateTabs } from '../frame/OperateTabs';
import { OperatorOnly } from '../frame/OperatorOnly';
import { portsQuery } from '../queries';
import type { Port } from '../types';
import { portGroups } from './portGroups';
import { PortTable } from './PortTable';
import './ports.css';

/** All ports of the installation, those that somebody else holds first. */
export function PortsPage() {
  const { t } = useTranslation('operations');
  return <OperatorOnly title={t('ports')}><Ports /></OperatorOnly>;
}

function Ports() {
  const { t } = useTranslation('operations');
  const ws = useWorkspaceId();
  const cache = useQueryClient();
  const [q, setQ] = useUrlState('q');
  const [asked, setAsked] = useState<Port>();
  const [written, setWritten] = useState<Port>();
  const query = useQuery({ ...portsQuery, refetchInterval: 10_000, staleTime: 0 });

  const write = async (port: Port) => {
    const path = `/api/v1/admin/ports/${encodeURIComponent(port.service)}/${encodeURIComponent(port.name)}`;
    setWritten(await api.put<Port>(path, { number: port.proposal }));
    await cache.invalidateQueries({ queryKey: portsQuery.queryKey });
  };

  return (
    <Page head={<PageHeader title={t('ports')}><OperateTabs /></PageHeader>}>
      <div className="md-toolbar md-ports-tools"><FilterInput value={q} onChange={setQ} placeholder={t('ports.filter')} /></div>
      {written && (
        <Note tone="succeeded">
          {t('port.written', { service: written.service, number: written.number, place: written.file_line || t('port.file') })}{' '}
          <Link to={`/w/${ws}/ops/services?peek=${encodeURIComponent(written.service)}`}>{t('port.to_service', { service: written.service })}</Link>
        </Note>
      )}
      <Result query={query}>
        {(ports) => {
          const groups = portGroups(ports, q);
          if (ports.length === 0) return <Empty title={t('ports.empty')} text={t('ports.empty.text')} />;
          if (groups.length === 0) return <NoMatch onClear={() => setQ('')} />;
          return groups.map(([group, rows]) => (
            <section key={group} className="md-ports" data-group={group} aria-labelledby={`md-ports-${group}`}>
              <h2 id={`md-ports-${group}`}>{t(`layer.${group}`)} <span className="md-meta">{rows.length}</span></h2>
              <PortTable label={t(`layer.${group}`)} ports={rows} onPropose={setAsked} />
            </section>
          ));
        }}
      </Result>
      {asked && (
        <ConfirmDestructive
          calm open onClose={() => setAsked(undefined)} title={t('port.change', { service: asked.service, number: asked.proposal })}
          verb={t('port.use', { number: asked.proposal })} onConfirm={() => write(asked)}
          consequence={(
            <>
              {asked.owner && <p>{t('port.held', { number: asked.number, command: asked.owner.command, pid: asked.owner.pid, user: asked.owner.user })}</p>}
              <p>{t('port.effect', { service: asked.service })}</p>
            </>
          )}
        />
      )}
    </Page>
  );
}

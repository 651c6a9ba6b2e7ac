import { Button } from 'antd';
import { useTranslation } from 'react-i18next';
import type { Column } from '../../../ui/table/Column';
import { DataTable } from '../../../ui/table/DataTable';
import type { Port } from '../types';
import { PortState } from './PortState';

interface PortTableProps {
  label: string;
  ports: readonly Port[];
  onPropose: (port: Port) => void;
}

/** The ports of one group. */
export function PortTable({ label, ports, onPropose }: PortTableProps) {
  const { t } = useTranslation('operations');
  const columns: Column<Port>[] = [
    {
      key: 'number', title: t('port'),
      render: ({ number, service, name, purpose }) => (
        <><strong className="md-mono">{number}</strong> {service}<span className="md-quiet"> · {name}</span><small>{purpose}</small></>
      ),
    },
    { key: 'state', title: t('service.state'), width: 150, render: (port) => <PortState port={port} /> },
    {
      key: 'owner', title: t('port.owner'), width: 260,
      render: ({ owner }) => (owner ? <>{owner.command}<small>pid {owner.pid} · {owner.user}</small></> : <span className="md-quiet">–</span>),
    },
    {
      key: 'address', title: t('port.address'), width: 150,
      render: ({ address, protocol }) => <><span className="md-mono">{address}</span><small>{protocol}</small></>,
    },
    {
      key: 'from', title: t('port.from'), width: 190,
      render: ({ file_line }) => (file_line ? <span className="md-mono" title={file_line}>{file_line}</span> : <span className="md-quiet">{t('difference.default')}</span>),
    },
  ];
  return (
    <DataTable<Port>
      label={label} query={{ data: ports, error: null, refetch: () => undefined }} columns={columns} empty={null}
      rowKey={({ service, name }) => `${service} ${name}`}
      rowMenu={(port) => (port.proposal === null ? null : (
        <Button size="small" onClick={() => onPropose(port)}>{t('port.use', { number: port.proposal })}</Button>
      ))}
    />
  );
}

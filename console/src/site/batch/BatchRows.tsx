import { useQuery } from '@tanstack/react-query';
import { useTranslation } from 'react-i18next';
import type { ChatBackend } from '../../ui/chat/ChatBackend';
import { ErrorFace } from '../../ui/faces/ErrorFace';
import { Loading } from '../../ui/faces/Loading';
import { StateTag } from '../../ui/states/StateTag';
import { batchQuery } from '../queries';

/** The lines of a table with their answers, as far as they go. */
export function BatchRows({ id, backend }: { id: string; backend: ChatBackend }) {
  const { t } = useTranslation('site');
  const query = useQuery(batchQuery(backend, id));
  if (query.isError && !query.data) return <ErrorFace error={query.error} compact onRetry={() => void query.refetch()} />;
  if (!query.data) return <Loading rows={3} rowHeight={32} />;
  const { columns, rows } = query.data;
  return (
    <div className="md-batch-table" tabIndex={0} role="region" aria-label={t('batch.table')}>
      <table>
        <thead>
          <tr>
            <th>{t('batch.row')}</th>{columns.map((column) => <th key={column}>{column}</th>)}
            <th>{t('batch.state')}</th><th>{t('batch.answer')}</th>
          </tr>
        </thead>
        <tbody>
          {rows.map(({ position, cells, state, answer, error }) => (
            <tr key={position}>
              <td>{position}</td>{cells.map((cell, at) => <td key={at}>{cell}</td>)}
              <td><StateTag state={state} /></td><td>{answer ?? error}</td>
            </tr>
          ))}
        </tbody>
      </table>
    </div>
  );
}

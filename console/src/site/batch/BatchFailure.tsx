import { useTranslation } from 'react-i18next';
import { Problem } from '../../api/problem';
import { FailureNote } from '../../ui/form/FailureNote';

interface WrongRow {
  row: number;
  reason: string;
}

/** Why a table was not taken: with the lines at fault, as far as they are told. */
export function BatchFailure({ error }: { error: unknown }) {
  const { t } = useTranslation('site');
  if (!(error instanceof Problem) || error.code !== 'sites.batch_rows') return <FailureNote error={error} />;
  const rows = error.extensions.rows as WrongRow[];
  const count = error.extensions.count as number;
  return (
    <div className="md-batch-wrong" role="alert">
      <p><span aria-hidden>✕ </span>{t('batch.wrong', { count })}</p>
      <ul>
        {rows.map(({ row, reason }) => <li key={row}>{t('batch.line', { row })} {reason}</li>)}
        {count > rows.length && <li>{t('batch.wrong.more', { count: count - rows.length })}</li>}
      </ul>
    </div>
  );
}

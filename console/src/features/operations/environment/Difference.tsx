import { useTranslation } from 'react-i18next';
import { Note } from '../frame/Note';
import type { Environment } from '../types';
import { differenceRows } from './differenceRows';

interface DifferenceProps {
  environment: Environment['environment'];
  other: NonNullable<Environment['other']>;
}

const sides = ['dev', 'prod'] as const;

/** What is set in development and what in production: only what differs. */
export function Difference({ environment, other: { changes, difference, overridden } }: DifferenceProps) {
  const { t } = useTranslation('operations');
  const rows = differenceRows(changes, difference);
  return (
    <>
      {rows.length === 0 ? <p className="md-quiet">{t('difference.none')}</p> : (
        <table className="md-difference">
          <thead>
            <tr>
              <th scope="col">{t('difference.key')}</th>
              {sides.map((side) => (
                <th key={side} scope="col">{side.toUpperCase()} {side === environment && <span className="md-quiet">{t('difference.now')}</span>}</th>
              ))}
            </tr>
          </thead>
          <tbody>
            {rows.map(({ key, from, to }) => (
              <tr key={key}>
                <th scope="row" className="md-mono">{key}</th>
                {sides.map((side) => {
                  const value = side === environment ? from : to;
                  return (
                    <td key={side} data-label={side.toUpperCase()} data-now={side === environment || undefined}>
                      {value === undefined ? <span className="md-quiet">{t('difference.default')}</span> : <code>{value}</code>}
                    </td>
                  );
                })}
              </tr>
            ))}
          </tbody>
        </table>
      )}
      {overridden.map(({ key, by }) => <Note key={key} tone="degraded">{t('difference.overridden', { key, by })}</Note>)}
    </>
  );
}

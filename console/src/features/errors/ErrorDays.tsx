import { useTranslation } from 'react-i18next';
import { clock } from '../../ui/format';
import { byDay } from './byDay';
import type { ErrorEntry } from './types';
import './errors.css';

interface ErrorDaysProps {
  rows: readonly ErrorEntry[];
  current: string;
  onPeek: (id: string) => void;
}

/** The rows under their days. */
export function ErrorDays({ rows, current, onPeek }: ErrorDaysProps) {
  const { t } = useTranslation('failures');
  return byDay(rows).map(([day, ofDay]) => (
    <section key={day} className="md-error-day">
      <h2>{day} <span className="md-meta">{t('count', { count: ofDay.length })}</span></h2>
      <ul>
        {ofDay.map(({ id, at, source, operation, message, exception_type }) => (
          <li key={id}>
            <button type="button" aria-current={id === current || undefined} onClick={() => onPeek(id)}>
              <span className="md-num md-quiet">{clock(at)}</span>
              <span className="md-error-what">
                <span className="md-ellipsis">{message}</span>
                <small className="md-ellipsis">
                  {t(`source.${source}`, { defaultValue: source })} · <span className="md-mono">{operation}</span>
                  {exception_type && <> · <span className="md-mono">{exception_type.split('.').at(-1)}</span></>}
                </small>
              </span>
            </button>
          </li>
        ))}
      </ul>
    </section>
  ));
}

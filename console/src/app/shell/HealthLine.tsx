import { useQuery } from '@tanstack/react-query';
import { useTranslation } from 'react-i18next';
import { failingChecks } from '../../api/failingChecks';
import { useIsPainted } from '../../api/firstPaint';
import { healthQuery } from '../../api/queries';

/** Whether the installation is well, and which environment this is. */
export function HealthLine() {
  const { t } = useTranslation('shell');
  const { data, isError } = useQuery({ ...healthQuery, enabled: useIsPainted() });
  const status = isError ? 'unhealthy' : data?.status;
  const words = status === undefined ? t('health.checking') : t(`health.${status}`);
  const failing = data ? failingChecks(data) : [];
  return (
    <div className="md-nav-line" role="status" title={[words, ...failing].join('\n')}>
      <span className="md-dot" data-state={status} aria-hidden />
      <span className="md-ellipsis">{failing.length > 0 ? `${words} · ${failing.join(', ')}` : words}</span>
      {data?.environment && (
        <span className="md-badge" data-environment={data.environment}>{data.environment.toUpperCase()}</span>
      )}
    </div>
  );
}

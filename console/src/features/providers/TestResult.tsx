import { useTranslation } from 'react-i18next';
import { FailureNote } from '../../ui/form/FailureNote';
import { duration } from '../../ui/format';
import { StateTag } from '../../ui/states/StateTag';
import type { ProviderTrial } from './useProviderTest';
import './TestResult.css';

/** What a test found: how long it took, how many models, and the provider's own words. */
export function TestResult({ test }: { test: ProviderTrial }) {
  const { t } = useTranslation('providers');
  if (test.error) return <FailureNote error={test.error} />;
  if (!test.data || test.isPending) return null;

  const { ok, latency_ms, message, status_code, models } = test.data;
  return (
    <div className="md-provider-test" role="status">
      <StateTag state={ok ? 'connected' : 'failing'}>
        {ok
          ? t('test.ok', { latency: duration(latency_ms / 1000), count: models.length })
          : t('test.failed', { status: status_code ?? t('test.no_answer') })}
      </StateTag>
      {!ok && <blockquote className="md-provider-words">{message}</blockquote>}
    </div>
  );
}

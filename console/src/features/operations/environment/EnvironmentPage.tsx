import { useQuery } from '@tanstack/react-query';
import { Button } from 'antd';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { systemQuery } from '../../../api/queries';
import { Result } from '../../../ui/faces/Result';
import { Page } from '../../../ui/page/Page';
import { PageHeader } from '../../../ui/page/PageHeader';
import { Note } from '../frame/Note';
import { OperateTabs } from '../frame/OperateTabs';
import { OperatorOnly } from '../frame/OperatorOnly';
import { useSentence } from '../frame/useSentence';
import { environmentQuery } from '../queries';
import { RestartLine } from '../restart/RestartLine';
import type { Environment, Switched } from '../types';
import { ConfigurationCopies } from './ConfigurationCopies';
import { Difference } from './Difference';
import { ReadinessSection } from './ReadinessSection';
import { RestartNeeded } from './RestartNeeded';
import { SwitchDialog } from './SwitchDialog';
import './environment.css';

/** Development or production: what is different, whether it may be switched, and the switch. */
export function EnvironmentPage() {
  const { t } = useTranslation('operations');
  return <OperatorOnly title={t('environment')}><Present /></OperatorOnly>;
}

function Present() {
  const { t } = useTranslation('operations');
  const query = useQuery(environmentQuery);
  return (
    <Page
      head={(
        <PageHeader
          title={t('environment')} refreshing={query.isRefetching} facts={query.data?.file}
          state={query.data && <span className="md-ops-badge" data-environment={query.data.environment}>{query.data.environment.toUpperCase()}</span>}
        >
          <OperateTabs />
        </PageHeader>
      )}
    >
      <Result query={query}>{(environment) => <Known environment={environment} />}</Result>
    </Page>
  );
}

function Known({ environment: { environment, public_url, file, other, problem, backups } }: { environment: Environment }) {
  const { t } = useTranslation('operations');
  const say = useSentence();
  const { data: system } = useQuery(systemQuery);
  const [isSwitching, setSwitching] = useState(false);
  const [switched, setSwitched] = useState<Switched>();
  const [restartingSince, setRestartingSince] = useState<string>();
  const needsRestart = switched?.restart_needed ?? (system !== undefined && system.environment !== environment);

  return (
    <>
      {restartingSince !== undefined && (
        <RestartLine
          before={restartingSince} address={public_url}
          onBack={() => {
            setRestartingSince(undefined);
            setSwitched(undefined);
          }}
        />
      )}
      {restartingSince === undefined && needsRestart && (
        <RestartNeeded to={environment} backup={switched?.backup} onRestarting={setRestartingSince} />
      )}
      {problem && <Note tone="failed">{say(problem)}</Note>}
      <section className="md-section">
        <dl className="md-ops-facts">
          <dt>{t('environment.url')}</dt><dd><a href={public_url}>{public_url}</a></dd>
          <dt>{t('environment.file')}</dt><dd className="md-mono">{file}</dd>
        </dl>
      </section>
      {other && (
        <>
          <section className="md-section" aria-labelledby="md-difference">
            <h2 id="md-difference">{t('difference')}</h2>
            <Difference environment={environment} other={other} />
            <p className="md-switch-line">
              <span className="md-wide-only">
                <Button type="primary" onClick={() => setSwitching(true)}>{t('switch.to', { to: other.environment })}</Button>
              </span>
              <span className="md-narrow-only md-quiet">{t('switch.narrow')}</span>
            </p>
          </section>
          <ReadinessSection key={other.environment} to={other.environment} />
          {isSwitching && (
            <SwitchDialog
              to={other.environment} host={hostOf(public_url)} onClose={() => setSwitching(false)}
              onSwitched={(done) => {
                setSwitching(false);
                setSwitched(done);
              }}
            />
          )}
        </>
      )}
      <ConfigurationCopies copies={backups} />
    </>
  );
}

/** The host of an address that others can reach; empty for one that only this machine knows. */
function hostOf(address: string): string {
  const { host, hostname } = URL.canParse(address) ? new URL(address) : { host: '', hostname: '' };
  return /^(localhost|127\.|\[::1\]|0\.0\.0\.0)/.test(hostname) ? '' : host;
}

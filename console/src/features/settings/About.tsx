import { useQuery } from '@tanstack/react-query';
import { useTranslation } from 'react-i18next';
import { Link } from 'react-router';
import { useIsPainted } from '../../api/firstPaint';
import { meQuery, systemQuery, useWorkspaceId } from '../../api/queries';
import { CopyButton } from '../../ui/copy/CopyButton';
import { Result } from '../../ui/faces/Result';
import { StateTag } from '../../ui/states/StateTag';
import { Time } from '../../ui/Time';
import { checksQuery } from './queries';

/** Which Middeck this is and whether all of it is well. */
export function About() {
  const { t } = useTranslation('settings');
  const ws = useWorkspaceId();
  const { data: me } = useQuery(meQuery(ws));
  const system = useQuery(systemQuery);
  const checks = useQuery({ ...checksQuery, enabled: useIsPainted() });
  return (
    <>
      <Result query={system} compact>
        {({ name, version, environment, started_at, base_url }) => (
          <div className="md-settings-pairs">
            <span>{t('about.version')}</span><span>{name} {version}</span>
            <span>{t('about.environment')}</span><span>{environment === 'prod' ? 'PROD' : 'DEV'}</span>
            <span>{t('about.started')}</span><Time at={started_at} />
            <span>{t('about.address')}</span><span className="md-mono">{base_url}<CopyButton text={base_url} /></span>
          </div>
        )}
      </Result>
      <Result query={checks} compact>
        {(report) => (
          <ul className="md-settings-rows" aria-label={t('about.checks')}>
            {Object.entries(report.checks).map(([name, { status, message }]) => (
              <li key={name}>
                <div>{t(`check.${name}`, { defaultValue: name })}{message && <small>{message}</small>}</div>
                <StateTag state={status} />
              </li>
            ))}
          </ul>
        )}
      </Result>
      {me?.installation_admin && <p className="md-settings-more"><Link to={`/w/${ws}/admin`}>{t('about.admin')}</Link></p>}
    </>
  );
}

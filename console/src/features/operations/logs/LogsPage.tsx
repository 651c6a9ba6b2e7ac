import { useQuery } from '@tanstack/react-query';
import { Select } from 'antd';
import { useTranslation } from 'react-i18next';
import { Page } from '../../../ui/page/Page';
import { PageHeader } from '../../../ui/page/PageHeader';
import { useUrlState } from '../../../ui/table/useUrlState';
import { OperateTabs } from '../frame/OperateTabs';
import { OperatorOnly } from '../frame/OperatorOnly';
import { servicesQuery } from '../queries';
import { platform } from '../restart/restartPlatform';
import { LogView } from './LogView';
import './logs.css';

// Not services, and yet they write: who looks after the services, and whoever calls the entry.
const others = ['supervisor', 'access'];

/** What the services write, as they write it. */
export function LogsPage() {
  const { t } = useTranslation('operations');
  return <OperatorOnly title={t('logs')}><Logs /></OperatorOnly>;
}

function Logs() {
  const { t } = useTranslation('operations');
  const [service, setService] = useUrlState('service', platform);
  const { data } = useQuery(servicesQuery);
  const known = data?.data.map(({ name }) => name) ?? [platform];
  // A link may name one that is gone; its log may still be there.
  const names = [...known.filter((name) => !others.includes(name)), ...others];
  const all = names.includes(service) ? names : [service, ...names];
  return (
    <Page fill head={<PageHeader title={t('logs')}><OperateTabs /></PageHeader>}>
      <LogView
        key={service} service={service}
        choice={(
          <Select
            className="md-tail-choice" aria-label={t('logs.service')} value={service} onChange={setService} showSearch popupMatchSelectWidth={false}
            options={all.map((name) => ({ value: name, label: others.includes(name) ? t(`logs.${name}`) : name }))}
          />
        )}
      />
    </Page>
  );
}

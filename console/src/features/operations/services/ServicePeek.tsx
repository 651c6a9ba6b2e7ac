import { Button } from 'antd';
import { useTranslation } from 'react-i18next';
import { Link } from 'react-router';
import { useWorkspaceId } from '../../../api/queries';
import { bytes, count, duration, percent } from '../../../ui/format';
import { Peek } from '../../../ui/overlays/Peek';
import { Time } from '../../../ui/Time';
import type { Service, ServiceAct } from '../types';
import { LastLines } from './LastLines';
import { actIcons, logPage } from './ServiceButtons';
import { upSeconds } from './serviceColumns';
import { ServiceState } from './ServiceState';

interface ServicePeekProps {
  service: Service;
  /** When it was read, in milliseconds. */
  now: number;
  onAct: (act: ServiceAct) => void;
  onShow: (name: string) => void;
  onClose: () => void;
}

/** One service beside the list: what it is, what it hangs on, and what it wrote last. */
export function ServicePeek({ service, now, onAct, onShow, onClose }: ServicePeekProps) {
  const { t } = useTranslation('operations');
  const ws = useWorkspaceId();
  const { name, kind, description, health_problem, last_words, last_exit_code, address, limits_by, acts } = service;
  return (
    <Peek title={name} onClose={onClose} width={420}>
      {description && <p className="md-soft">{description}</p>}
      {acts.length > 0 && (
        <div className="md-ops-acts">
          {acts.map((act) => {
            const Icon = actIcons[act];
            return <Button key={act} danger={act === 'stop'} icon={<Icon size={15} />} onClick={() => onAct(act)}>{t(act)}</Button>;
          })}
        </div>
      )}
      {health_problem && <blockquote className="md-ops-words">{health_problem}</blockquote>}
      <dl className="md-ops-facts">
        <dt>{t('service.state')}</dt><dd><ServiceState service={service} /></dd>
        <dt>{t('service.kind')}</dt><dd>{t(`service.kind.${kind}`)}{service.pid !== null && <span className="md-quiet"> · pid {service.pid}</span>}</dd>
        {address && <><dt>{t('service.address')}</dt><dd><a href={address} target="_blank" rel="noreferrer">{address}</a></dd></>}
        <dt>{t('service.port')}</dt><dd className="md-mono">{service.ports.join(', ') || '–'}</dd>
        <dt>{t('service.use')}</dt>
        <dd className="md-num">
          {[percent(service.cpu_percent === null ? null : service.cpu_percent / 100), bytes(service.memory_bytes)].join(' · ')}
          {service.connections !== null && <> · {t('service.connections', { value: count(service.connections) })}</>}
        </dd>
        <dt>{t('service.limits')}</dt><dd>{limits_by ?? t('service.limits.none')}</dd>
        <dt>{t('service.up')}</dt><dd>{duration(upSeconds(service, now))} <span className="md-quiet"><Time at={service.started_at} /></span></dd>
        <dt>{t('service.restarts')}</dt><dd className="md-num">{count(service.restarts)}</dd>
        {last_exit_code !== null && <><dt>{t('service.exit')}</dt><dd className="md-num">{last_exit_code}</dd></>}
        <Names label={t('service.depends_on')} names={service.depends_on} onShow={onShow} />
        <Names label={t('service.required_by')} names={service.required_by} onShow={onShow} />
      </dl>
      {last_words && <><h3 className="md-ops-h3">{t('service.last_words')}</h3><blockquote className="md-ops-words">{last_words}</blockquote></>}
      <h3 className="md-ops-h3">{t('service.last_lines')}<Link to={logPage(ws, name)}>{t('log.all')}</Link></h3>
      <LastLines name={name} />
    </Peek>
  );
}

function Names({ label, names, onShow }: { label: string; names: readonly string[]; onShow: (name: string) => void }) {
  if (names.length === 0) return null;
  return (
    <>
      <dt>{label}</dt>
      <dd className="md-ops-names">
        {names.map((name) => <button key={name} type="button" className="md-link" onClick={() => onShow(name)}>{name}</button>)}
      </dd>
    </>
  );
}

import { useTranslation } from 'react-i18next';
import { bytes, count, percent } from '../../../ui/format';
import { Strip } from '../../../ui/page/Strip';
import type { Service } from '../types';
import { needsCare } from './serviceFace';

/** All services in five figures. */
export function ServiceFigures({ services }: { services: readonly Service[] }) {
  const { t } = useTranslation('operations');
  const sum = (read: (service: Service) => number | null) => services.reduce((all, service) => all + (read(service) ?? 0), 0);
  const bad = services.filter(needsCare).length;
  return (
    <Strip
      figures={[
        { label: t('figure.running'), value: count(services.filter(({ state }) => state === 'running').length), unit: `/ ${count(services.length)}` },
        { label: t('figure.care'), value: count(bad), tone: bad > 0 ? 'err' : undefined },
        { label: t('service.cpu'), value: percent(sum(({ cpu_percent }) => cpu_percent) / 100), hint: t('figure.cpu') },
        { label: t('service.memory'), value: bytes(sum(({ memory_bytes }) => memory_bytes)) },
        { label: t('figure.connections'), value: count(sum(({ connections }) => connections)) },
      ]}
    />
  );
}

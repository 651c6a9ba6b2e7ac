import { Ellipsis, FileText, Play, RotateCw, Square } from 'lucide-react';
import { useTranslation } from 'react-i18next';
import { Link } from 'react-router';
import { useWorkspaceId } from '../../../api/queries';
import type { Service, ServiceAct } from '../types';

export const actIcons = { start: Play, stop: Square, restart: RotateCw } as const;

interface ServiceButtonsProps {
  service: Service;
  onAct: (act: ServiceAct) => void;
  /** Opens what has the acts in words: where fingers are, a row has one button. */
  onMore: () => void;
}

/** The acts of a row. */
export function ServiceButtons({ service: { name, acts }, onAct, onMore }: ServiceButtonsProps) {
  const { t } = useTranslation('operations');
  const ws = useWorkspaceId();
  return (
    <>
      <span className="md-wide-only">
        <Link className="md-icon-button" to={logPage(ws, name)} title={t('log')} aria-label={t('log.of', { name })}><FileText size={15} /></Link>
        {acts.map((act) => {
          const Icon = actIcons[act];
          return (
            <button key={act} type="button" className="md-icon-button" title={t(act)} aria-label={t(`${act}.of`, { name })} onClick={() => onAct(act)}>
              <Icon size={15} />
            </button>
          );
        })}
      </span>
      <span className="md-narrow-only">
        <button type="button" className="md-icon-button" aria-label={t('acts.of', { name })} onClick={onMore}><Ellipsis size={16} /></button>
      </span>
    </>
  );
}

export const logPage = (ws: string, service: string) => `/w/${ws}/ops/logs?service=${encodeURIComponent(service)}`;

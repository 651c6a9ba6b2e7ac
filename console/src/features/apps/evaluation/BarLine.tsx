import { useQuery } from '@tanstack/react-query';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { useWorkspaceId } from '../../../api/queries';
import { PermissionButton } from '../../../ui/access/PermissionButton';
import { percent } from '../../../ui/format';
import { StateTag } from '../../../ui/states/StateTag';
import { BarDrawer } from './BarDrawer';
import { barQuery } from './queries';
import { demands } from './demands';
import type { TestSet } from './types';

/** What the app has to reach before it is published, and whether its draft does. */
export function BarLine({ app, sets }: { app: string; sets: readonly TestSet[] }) {
  const { t } = useTranslation('appEvaluation');
  const { data: status } = useQuery(barQuery(useWorkspaceId(), app));
  const [open, setOpen] = useState(false);
  if (!status) return null;
  const { bar, is_reached: isReached, run } = status;
  return (
    <div className="md-bar-line">
      {bar
        ? (
          <>
            <StateTag state={isReached ? 'succeeded' : run ? 'failed' : 'waiting'}>{t(isReached ? 'bar.reached' : run ? 'bar.below' : 'bar.not_run')}</StateTag>
            <span>{t('bar.demands', { name: bar.set_name, demands: demands(bar, t) })}</span>
            {run && <span className="md-meta md-num">{t('bar.last', { value: percent(run.figures.pass_rate) })}</span>}
          </>
        )
        : <span className="md-soft">{t('bar.none')}</span>}
      <PermissionButton size="small" permission="apps.publish" onClick={() => setOpen(true)}>{t(bar ? 'bar.edit' : 'bar.set')}</PermissionButton>
      {open && <BarDrawer app={app} bar={bar} sets={sets} onClose={() => setOpen(false)} />}
    </div>
  );
}

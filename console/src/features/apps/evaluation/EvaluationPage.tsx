import { useQuery, useQueryClient } from '@tanstack/react-query';
import { Select } from 'antd';
import { FlaskConical, Play, Plus, Settings2 } from 'lucide-react';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { useParams } from 'react-router';
import { useLive } from '../../../api/live';
import { useCan, useWorkspaceId } from '../../../api/queries';
import { PermissionButton } from '../../../ui/access/PermissionButton';
import { Empty } from '../../../ui/faces/Empty';
import { Result } from '../../../ui/faces/Result';
import { useUrlState } from '../../../ui/table/useUrlState';
import { AppFrame } from '../frame/AppFrame';
import { BarLine } from './BarLine';
import { CasesTable } from './CasesTable';
import { evaluationKey, setsQuery } from './queries';
import { RunDrawer } from './RunDrawer';
import { RunsTable } from './RunsTable';
import { SetDrawer } from './SetDrawer';
import './Evaluation.css';

/** Questions that an app is tried with, and how its versions did. */
export function EvaluationPage() {
  const { id = '' } = useParams();
  const { t } = useTranslation('appEvaluation');
  const ws = useWorkspaceId();
  const cache = useQueryClient();
  const may = useCan('apps.update');
  const sets = useQuery({ ...setsQuery(ws, id), enabled: may });
  const [chosen, setChosen] = useUrlState('set');
  const [open, setOpen] = useState<'new' | 'edit' | 'run'>();
  const [, setRun] = useUrlState('run');
  const set = sets.data?.find((one) => one.id === chosen) ?? sets.data?.[0];
  useLive(may ? `app:${id}` : undefined, ({ type }) => {
    if (type === 'evaluation.changed') void cache.invalidateQueries({ queryKey: evaluationKey(ws, id) });
  });
  const close = () => setOpen(undefined);
  const choose = (next: string) => {
    setRun('');
    setChosen(next);
  };

  return (
    <AppFrame
      tab="evaluation" permission="apps.update"
      middle={sets.data && sets.data.length > 0 && set && (
        <Select
          className="md-set-choice" aria-label={t('set')} value={set.id} onChange={choose} popupMatchSelectWidth={false}
          options={sets.data.map(({ id: value, name, case_count: count }) => ({ value, label: t('set.label', { name, count }) }))}
        />
      )}
      actions={[
        { key: 'new', label: t('set.new'), icon: Plus, secondary: true, run: () => setOpen('new') },
        ...(set ? [
          { key: 'edit', label: t('set.edit'), icon: Settings2, run: () => setOpen('edit') },
          {
            key: 'run', label: t('run'), icon: Play, primary: true, run: () => setOpen('run'),
            disabledReason: set.case_count === 0 ? t('run.no_cases') : undefined,
          },
        ] : []),
      ]}
    >
      {(app) => (
        <>
          <Result query={sets}>
            {() => (set
              ? (
                <>
                  <BarLine app={id} sets={sets.data ?? []} />
                  <RunsTable key={`runs ${set.id}`} app={id} set={set} />
                  <CasesTable key={`cases ${set.id}`} app={id} set={set} />
                </>
              )
              : (
                <Empty
                  icon={FlaskConical} title={t('empty.title')} text={t('empty.text')}
                  action={<PermissionButton type="primary" permission="apps.update" onClick={() => setOpen('new')}>{t('set.new')}</PermissionButton>}
                />
              ))}
          </Result>
          <SetDrawer key={open} app={id} set={open === 'edit' ? set : undefined} open={open === 'new' || open === 'edit'} onClose={close} onSaved={choose} />
          {set && open === 'run' && <RunDrawer app={app} set={set} onClose={close} onStarted={setRun} />}
        </>
      )}
    </AppFrame>
  );
}

import { Radio, Square } from 'lucide-react';
import { useEffect, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { PermissionButton } from '../../../ui/access/PermissionButton';
import { FailureNote } from '../../../ui/form/FailureNote';
import { callsOf } from '../api/triggers';
import { useFlow } from '../canvas/FlowContext';
import { Address } from './TriggerState';

/** Tries out a webhook: while it is listened to, calls of its second address run the draft, and the canvas shows them. */
export function TriggerTrial({ trigger, path, save }: { trigger: string; path: string; save: () => Promise<void> }) {
  const { t } = useTranslation('flowTriggers');
  const { app, runs } = useFlow();
  const [listens, setListens] = useState(false);
  const [problem, setProblem] = useState<unknown>();
  useEffect(() => {
    if (!listens) return;
    const abort = new AbortController();
    const listen = async () => {
      for await (const run of callsOf(app.id, trigger, abort.signal)) void runs.watch(run);
    };
    listen().catch((error: unknown) => {
      setProblem(error);
      setListens(false);
    });
    return () => abort.abort();
  }, [listens, app.id, trigger, runs]);
  const start = async () => {
    setProblem(undefined);
    await save();
    setListens(true);
  };
  return (
    <>
      {listens && <><p className="md-field-help" role="status">{t('listening')}</p><Address path={path} label={t('copy_trial')} /></>}
      {listens
        ? <PermissionButton size="small" icon={<Square size={14} />} onClick={() => setListens(false)}>{t('listen.stop')}</PermissionButton>
        : <PermissionButton size="small" permission="apps.update" icon={<Radio size={14} />} onClick={() => void start()}>{t('listen')}</PermissionButton>}
      <FailureNote error={problem} />
    </>
  );
}

import { useQueryClient } from '@tanstack/react-query';
import { Play, Square } from 'lucide-react';
import { useMemo, useState, useSyncExternalStore } from 'react';
import { useTranslation } from 'react-i18next';
import { useWorkspaceId } from '../../../api/queries';
import { PermissionButton } from '../../../ui/access/PermissionButton';
import { consoleBackend } from '../../../ui/chat/consoleBackend';
import { InputFields } from '../../../ui/chat/InputFields';
import { sessionOf } from '../../../ui/chat/sessions';
import { useInputs } from '../../../ui/chat/useInputs';
import { FailureNote } from '../../../ui/form/FailureNote';
import { useEditor, useFlow, useRun } from '../canvas/FlowContext';
import { isLive } from '../run/runState';
import { runInputs, startFields } from '../run/startFields';
import { RunForms } from '../run/RunForms';
import { RunResult } from '../run/RunResult';
import { PanelFrame } from './PanelFrame';

/** A run of the draft: what it begins with, what it is doing, what came of it. */
export function RunPanel({ save, onClose }: { save: () => Promise<void>; onClose: () => void }) {
  const { t } = useTranslation(['flowRun', 'chat']);
  const { app, runs } = useFlow();
  const ws = useWorkspaceId();
  const cache = useQueryClient();
  const config = useEditor((state) => state.config);
  const run = useRun((state) => state);
  const problem = useSyncExternalStore(runs.subscribe, runs.problem);
  const { fields, json, hasStart } = useMemo(() => startFields(config), [config]);
  const session = useMemo(() => sessionOf(cache, { backend: consoleBackend(ws), app: app.id, draft: true, single: true }), [cache, ws, app.id]);
  const { values, inputs, setGiven, missing, sending } = useInputs(fields, session);
  const [complaint, setComplaint] = useState<string>();
  const [stopped, setStopped] = useState<string>();
  const live = isLive(run);

  const start = async () => {
    const given = runInputs(inputs, json);
    const reason = missing ? t('chat:composer.missing', { field: missing.label })
      : given.bad ? t('run.bad_json', { field: given.bad }) : sending ? t('run.uploading') : undefined;
    setComplaint(reason);
    if (reason || runs.isRunning) return;
    await save();
    void runs.start({ inputs: given.inputs });
  };
  return (
    <PanelFrame title={t('run.title')} label={t('run.title')} onClose={onClose}>
      <form
        className="md-run-form"
        onSubmit={(event) => {
          event.preventDefault();
          void start();
        }}
        onKeyDown={(event) => {
          if (event.key !== 'Enter' || !(event.metaKey || event.ctrlKey) || event.nativeEvent.isComposing) return;
          event.preventDefault();
          void start();
        }}
      >
        {fields.length === 0 && <p className="md-field-help">{t(hasStart ? 'run.asks_nothing' : 'run.by_trigger')}</p>}
        <InputFields fields={fields} session={session} values={values} onChange={setGiven} />
        {complaint && <p className="md-field-error" role="alert">{complaint}</p>}
        <div className="md-run-acts">
          {live ? (
            <PermissionButton
              icon={<Square size={14} />} loading={stopped !== undefined && stopped === run.id}
              onClick={() => {
                setStopped(run.id);
                void runs.stop();
              }}
            >
              {t('stop')}
            </PermissionButton>
          ) : <PermissionButton type="primary" htmlType="submit" permission="apps.use" icon={<Play size={14} />}>{t('run.start')}</PermissionButton>}
        </div>
      </form>
      <FailureNote error={problem} />
      <RunForms forms={run.forms} runs={runs} />
      {run.status && <RunResult run={run} />}
    </PanelFrame>
  );
}

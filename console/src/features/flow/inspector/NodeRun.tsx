import { useQuery } from '@tanstack/react-query';
import { Play, Square } from 'lucide-react';
import { useMemo, useState, useSyncExternalStore } from 'react';
import { useTranslation } from 'react-i18next';
import { useWorkspaceId } from '../../../api/queries';
import { PermissionButton } from '../../../ui/access/PermissionButton';
import { FailureNote } from '../../../ui/form/FailureNote';
import { Field } from '../../../ui/form/Field';
import { lastRunQuery } from '../api/runs';
import { useEditor, useFlow, useRun } from '../canvas/FlowContext';
import { selectorText } from '../canvas/summary';
import { typeOf } from '../forms/variables';
import type { GraphNode } from '../model/graph';
import { neededVariables } from '../run/neededVariables';
import { StepDetail } from '../run/StepDetail';
import { isLive, stateOfKept } from '../run/runState';

/** Runs a node alone, with values in the place of what others give it: those of the last run, to be changed. */
export function NodeRun({ node, save }: { node: GraphNode; save: () => Promise<void> }) {
  const { t } = useTranslation('flowRun');
  const { app, runs } = useFlow();
  const ws = useWorkspaceId();
  const config = useEditor((state) => state.config);
  const run = useRun((state) => state);
  const problem = useSyncExternalStore(runs.subscribe, runs.problem);
  const kept = useQuery(lastRunQuery(ws, app.id));
  const [typed, setTyped] = useState<Record<string, string>>({});
  const needed = useMemo(() => neededVariables(config, node.id, node.data), [config, node]);
  const last = useMemo(() => (kept.data ? stateOfKept(kept.data) : undefined), [kept.data]);

  const valueOf = ([source, name]: [string, string]): string => {
    const given = typed[`${source}.${name}`];
    if (given !== undefined) return given;
    const value = run.latest[source]?.outputs?.[name] ?? last?.latest[source]?.outputs?.[name]
      ?? (source === 'sys' ? run.inputs?.[`sys.${name}`] ?? last?.inputs?.[`sys.${name}`] : undefined);
    return value === undefined || value === null ? '' : typeof value === 'string' ? value : JSON.stringify(value, null, 2);
  };
  const read = needed.map((one) => ({ one, ...parsed(valueOf(one), typeOf(config, one)) }));
  const wrong = read.find(({ isBad }) => isBad);
  const start = async () => {
    const preset: Record<string, Record<string, unknown>> = {};
    for (const { one: [source, name], value } of read) preset[source] = { ...preset[source], [name]: value };
    await save();
    void runs.start({ inputs: {}, node_id: node.id, preset });
  };
  const live = isLive(run);
  const step = run.latest[node.id];
  return (
    <div className="md-node-run">
      {needed.length === 0 ? <p className="md-field-help">{t('node.needs_nothing')}</p> : <p className="md-field-help">{t('node.presets')}</p>}
      {read.map(({ one, isBad }) => (
        <Field key={one.join('.')} label={selectorText(one, config)} error={isBad ? t('node.bad_value', { type: typeOf(config, one) }) : undefined}>
          {(control) => (
            <textarea
              {...control} className="md-text-area" rows={Math.min(8, Math.max(1, valueOf(one).split('\n').length))} value={valueOf(one)}
              onChange={({ target }) => setTyped({ ...typed, [one.join('.')]: target.value })}
            />
          )}
        </Field>
      ))}
      <div className="md-run-acts">
        {live
          ? <PermissionButton size="small" icon={<Square size={14} />} onClick={() => void runs.stop()}>{t('stop')}</PermissionButton>
          : (
            <PermissionButton
              type="primary" size="small" permission="apps.use" icon={<Play size={14} />} disabledReason={wrong && t('node.bad_value', { type: typeOf(config, wrong.one) })}
              onClick={() => void start()}
            >
              {t('node.run')}
            </PermissionButton>
          )}
      </div>
      <FailureNote error={problem} />
      {step && <StepDetail step={step} events={runs.events()} />}
    </div>
  );
}

/** A value as it was typed, by the type that it has to be of. */
function parsed(typed: string, type: string | undefined): { value: unknown; isBad: boolean } {
  if (type === undefined || type === 'string' || type === 'secret') return { value: typed, isBad: false };
  if (typed.trim() === '') return { value: null, isBad: false };
  try {
    return { value: JSON.parse(typed), isBad: false };
  } catch {
    return { value: typed, isBad: type !== 'any' };
  }
}

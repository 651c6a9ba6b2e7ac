import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { count, duration } from '../../../ui/format';
import { StateTag } from '../../../ui/states/StateTag';
import type { HeardEvent } from './RunStore';
import { JsonTree } from './JsonTree';
import { faceOfStep } from './stepFace';
import type { Step } from './runState';

const tabs = ['input', 'output', 'logs', 'events'] as const;

/** What one node did, once: what went in, what came out, what it wrote meanwhile. */
export function StepDetail({ step, events }: { step: Step; events: readonly HeardEvent[] }) {
  const { t } = useTranslation('flowRun');
  const [tab, setTab] = useState<(typeof tabs)[number]>('output');
  const own = events.filter(({ data }) => {
    const { id, node_execution_id, node_id } = (data ?? {}) as Record<string, unknown>;
    return id === step.id || node_execution_id === step.id || (node_id === step.nodeId && id === undefined);
  });
  const tokens = Number(step.metadata?.total_tokens ?? 0);
  const price = Number(step.metadata?.total_price ?? 0);
  return (
    <div className="md-flow-step">
      <p className="md-flow-step-facts">
        <StateTag state={step.status} as={faceOfStep(step.status)}>{t(`flow:step.${step.status}`, { defaultValue: step.status })}</StateTag>
        <span className="md-num md-meta">
          {[step.elapsed !== undefined && duration(step.elapsed), tokens > 0 && `${count(tokens)} tokens`,
            price > 0 && `${price} ${String(step.metadata?.currency ?? '')}`, step.retries > 0 && t('flow:step.retries', { count: step.retries }),
            step.round !== undefined && t('round', { number: step.round + 1 })].filter(Boolean).join(' · ')}
        </span>
      </p>
      {step.error && <p className="md-field-error md-flow-step-error" role="alert">✕ {step.error}</p>}
      <div className="md-inspector-tabs" role="tablist">
        {tabs.map((name) => (
          <button key={name} type="button" role="tab" aria-selected={name === tab} onClick={() => setTab(name)}>
            {t(`step.${name}`)}{name === 'logs' && step.logs.length > 0 && ` ${count(step.logs.length)}`}
          </button>
        ))}
      </div>
      <div role="tabpanel" className="md-flow-step-body">
        {tab === 'input' && <Values value={step.inputs} label={t('step.input')} />}
        {tab === 'output' && (
          <>
            <Values value={step.outputs} label={t('step.output')} />
            {step.processData && Object.keys(step.processData).length > 0 && (
              <><h4>{t('step.process')}</h4><JsonTree value={step.processData} label={t('step.process')} /></>
            )}
          </>
        )}
        {tab === 'logs' && (step.logs.length === 0 ? <p className="md-quiet">{t('step.no_logs')}</p> : (
          <ul className="md-flow-step-logs">
            {step.logs.map((log) => (
              <li key={log.id} data-inner={log.parent !== undefined || undefined}>
                <strong>{log.label}</strong> <span className="md-meta">{log.status}</span>
                {log.error && <p className="md-field-error">{log.error}</p>}
                {log.data !== undefined && log.data !== null && <JsonTree value={log.data} label={log.label} />}
              </li>
            ))}
          </ul>
        ))}
        {tab === 'events' && (own.length === 0 ? <p className="md-quiet">{t('step.no_events')}</p> : (
          <ul className="md-flow-step-logs">{own.map(({ event, data }, at) => <li key={at}><code>{event}</code><JsonTree value={data} label={event} /></li>)}</ul>
        ))}
      </div>
    </div>
  );
}

function Values({ value, label }: { value: unknown; label: string }) {
  const { t } = useTranslation('flowRun');
  if (value === undefined || value === null) return <p className="md-quiet">{t('step.nothing')}</p>;
  return <JsonTree value={value} label={label} />;
}

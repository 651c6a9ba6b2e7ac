import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { Markdown } from '../../../ui/chat/markdown/Markdown';
import { count, duration } from '../../../ui/format';
import { StateTag } from '../../../ui/states/StateTag';
import { JsonTree } from './JsonTree';
import { isLive, tokensOf, type RunState } from './runState';

/** What came of a run: the streamed text while it grows, then the outputs as text or as data. */
export function RunResult({ run }: { run: RunState }) {
  const { t } = useTranslation('flowRun');
  const live = isLive(run);
  const texts = Object.entries(run.outputs ?? {}).filter((one): one is [string, string] => typeof one[1] === 'string' && one[1] !== '');
  const [face, setFace] = useState<'text' | 'data'>('text');
  const hasText = run.text !== '' || texts.length > 0;
  return (
    <section className="md-run-result" aria-label={t('result')} aria-busy={live}>
      <header>
        <StateTag state={run.status!} />
        <span className="md-meta md-num">
          {[run.elapsed !== undefined && duration(run.elapsed), t('trace.facts', { steps: count(run.steps.length), tokens: count(tokensOf(run)) })].filter(Boolean).join(' · ')}
        </span>
        {!live && hasText && run.outputs && (
          <span className="md-switch" role="group">
            {(['text', 'data'] as const).map((one) => (
              <button key={one} type="button" aria-pressed={one === face} onClick={() => setFace(one)}>{t(`result.${one}`)}</button>
            ))}
          </span>
        )}
      </header>
      {run.error && <p className="md-field-error md-flow-step-error" role="alert">✕ {run.error}</p>}
      {run.reasoning !== '' && <details className="md-run-thought"><summary>{t('result.thought')}</summary><p>{run.reasoning}</p></details>}
      {live ? run.text !== '' && <Markdown text={run.text} live />
        : face === 'text' && hasText ? (texts.length > 0 ? texts.map(([name, value]) => (
          <div key={name}>{Object.keys(run.outputs!).length > 1 && <h4 className="md-mono">{name}</h4>}<Markdown text={value} /></div>
        )) : <Markdown text={run.text} />)
          : run.outputs && (!run.error || Object.keys(run.outputs).length > 0) && <JsonTree value={run.outputs} label={t('result')} />}
    </section>
  );
}

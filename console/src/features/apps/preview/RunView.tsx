import { useSyncExternalStore } from 'react';
import { useTranslation } from 'react-i18next';
import { Problem, problemText } from '../../../api/problem';
import { Markdown } from '../../../ui/chat/markdown/Markdown';
import { CopyButton } from '../../../ui/copy/CopyButton';
import { count, duration, money } from '../../../ui/format';
import { StateTag } from '../../../ui/states/StateTag';
import type { DraftRun } from './DraftRun';

/** One answer with what it took: time to the first token, time in all, tokens, cost. */
export function RunView({ run, showsQuestion }: { run: DraftRun; showsQuestion: boolean }) {
  const { t } = useTranslation('appEditor');
  const { status, answer, citations, error, model, timeToFirstToken, duration: took, tokens, price, currency } =
    useSyncExternalStore(run.subscribe, run.state);
  const isLive = status === 'waiting' || status === 'running';
  const facts: [string, string][] = [
    [t('apps:section.model'), model ?? '–'],
    [t('run.first'), duration(timeToFirstToken)],
    [t('run.total'), duration(took)],
    [t('run.tokens'), count(tokens)],
    [t('run.cost'), price === undefined || Number(price) === 0 ? '–' : money(price, currency)],
  ];
  return (
    <article className="md-run">
      {showsQuestion && <p className="md-run-question">{run.question.query}</p>}
      {answer !== '' || status === 'running' ? <Markdown text={answer} live={isLive} /> : status === 'waiting' && <StateTag state="waiting" />}
      {status === 'failed' && (
        <p role="alert" className="md-field-error">
          ✕ {problemText(error)}{error instanceof Problem && error.traceId ? ` (${error.traceId})` : ''}
        </p>
      )}
      {status === 'stopped' && <StateTag state="stopped" />}
      {citations.length > 0 && !isLive && (
        <ol className="md-run-sources" aria-label={t('run.sources')}>
          {citations.map(({ position, document_name, score }) => (
            <li key={position}>[{position}] {document_name} <span className="md-num md-quiet">{score.toFixed(2)}</span></li>
          ))}
        </ol>
      )}
      {!isLive && (
        <footer>
          <dl>{facts.slice(status === 'failed' ? 5 : 0).map(([name, value]) => <div key={name}><dt>{name}</dt><dd className="md-num">{value}</dd></div>)}</dl>
          {answer !== '' && <CopyButton text={answer} label={t('run.copy')} />}
        </footer>
      )}
    </article>
  );
}

import { useTranslation } from 'react-i18next';
import { count, duration } from '../../../ui/format';
import { StateTag } from '../../../ui/states/StateTag';
import { Time } from '../../../ui/Time';
import type { Drill } from '../types';

/** One drill: what was restored, and what the restored platform was asked and answered. */
export function DrillItem({ drill }: { drill: Drill }) {
  const { t } = useTranslation('operations');
  const { backup, started_at, passed, problem, seconds, restore_seconds, tables, rows, objects, answers } = drill;
  return (
    <li>
      <div className="md-drill-head">
        <StateTag state={passed ? 'succeeded' : 'failed'}>{t(passed ? 'drill.passed' : 'drill.failed')}</StateTag>
        <Time at={started_at} />
        <span className="md-mono md-quiet">{backup}</span>
        <span className="md-num md-soft">
          {t('drill.facts', {
            time: duration(seconds), restore: duration(restore_seconds), tables: count(tables), rows: count(rows), objects: count(objects),
          })}
        </span>
      </div>
      {problem && <blockquote className="md-ops-words">{problem}</blockquote>}
      {answers.length > 0 && (
        <details>
          <summary>{t('drill.answers', { count: answers.length })}</summary>
          <ol>{answers.map((answer, at) => <li key={at}>{answer}</li>)}</ol>
        </details>
      )}
    </li>
  );
}

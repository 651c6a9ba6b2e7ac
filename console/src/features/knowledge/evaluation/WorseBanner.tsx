import { useTranslation } from 'react-i18next';
import { Link } from 'react-router';
import { useWorkspaceId } from '../../../api/queries';
import { RankChange } from './RankChange';
import { useEvaluations } from './useEvaluations';
import './Evaluation.css';

const shown = 5;

/** Says when the newest run with the base's own settings found cases worse than the one before: what was saved last did harm. */
export function WorseBanner({ base }: { base: string }) {
  const { t } = useTranslation('hitTesting');
  const ws = useWorkspaceId();
  const { data } = useEvaluations(base);
  const newest = data?.find(({ own_settings: isOwn, state }) => isOwn && state === 'completed');
  const comparison = newest?.comparison;
  if (!newest || !comparison || comparison.worse.length === 0) return null;
  const { worse, better } = comparison;

  return (
    <div className="md-worse" role="alert">
      <p>
        <strong>{t('worse.title', { count: worse.length })}</strong>{' '}
        {better.length > 0 && t('worse.better', { count: better.length })}{' '}
        <Link to={`/w/${ws}/knowledge/${base}/hit-testing?view=evaluation&runs=${newest.id}.${comparison.baseline_id}`}>{t('worse.show')}</Link>
      </p>
      <ul>
        {worse.slice(0, shown).map((change) => (
          <li key={change.case_id}><span className="md-ellipsis">{change.query}</span><RankChange change={change} /></li>
        ))}
      </ul>
      {worse.length > shown && <p className="md-meta">{t('worse.rest', { count: worse.length - shown })}</p>}
    </div>
  );
}

import { useTranslation } from 'react-i18next';
import { duration } from '../../../ui/format';
import type { RetrievalResult } from './types';

/** Milliseconds. What took less would be said as nought. */
const noticeable = 0.5;

/** What the search did as a whole: the words that were looked for, the time of each stage, and what one should know. */
export function Explanation({ result: { notes, explanation } }: { result: RetrievalResult }) {
  const { t } = useTranslation(['hitTesting', 'bases']);
  const told = [...new Set([...notes, ...explanation?.notes ?? []])];
  if (!explanation) return told.length > 0 && <Notes notes={told} />;
  const { queries, timings, bases, reranking_mode: mode, rerank_model: model } = explanation;
  const total = timings.reduce((sum, { milliseconds }) => sum + milliseconds, 0);
  const [base] = bases;
  return (
    <div className="md-hit-explained">
      <p className="md-meta md-num">
        <span>{t('took', { time: duration(total / 1000) })}</span>
        {timings.filter(({ milliseconds }) => milliseconds >= noticeable).map(({ stage, milliseconds }) => (
          <span key={stage}>{t(`stage.${stage}`, { defaultValue: stage })} {duration(milliseconds / 1000)}</span>
        ))}
        <span>{t(`bases:fusion.${mode}`)}{model && ` · ${model}`}</span>
        {base?.document_count != null && <span>{t('filtered', { count: base.document_count })}</span>}
      </p>
      {queries.length > 1 || base?.filter?.conditions?.length ? (
        <dl>
          {queries.length > 1 && <><dt>{t('queries')}</dt><dd><ul>{queries.map((query) => <li key={query}>{query}</li>)}</ul></dd></>}
          {base?.filter?.conditions?.length ? (
            <>
              <dt>{t('filter')}</dt>
              <dd>
                <ul>
                  {base.filter.conditions.map(({ name, comparison_operator: operator, value }) => (
                    <li key={`${name} ${operator}`}>{name} {t(`bases:operator.${operator}`)} {String(value ?? '')}</li>
                  ))}
                </ul>
              </dd>
            </>
          ) : null}
        </dl>
      ) : null}
      <Notes notes={told} />
    </div>
  );
}

const Notes = ({ notes }: { notes: readonly string[] }) =>
  notes.map((note) => <p key={note} className="md-hit-note" role="note">! {note}</p>);

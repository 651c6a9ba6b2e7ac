import { useQuery } from '@tanstack/react-query';
import { useTranslation } from 'react-i18next';
import { useWorkspaceId } from '../../../api/queries';
import { Result } from '../../../ui/faces/Result';
import { percent } from '../../../ui/format';
import { StateTag } from '../../../ui/states/StateTag';
import { CaseState } from './ResultsTable';
import { comparisonQuery } from './queries';
import type { Comparison, Evaluation } from './types';

interface ComparisonViewProps {
  app: string;
  run: string;
  other: string;
  nameOf: (run: Evaluation) => string;
}

const faces = { better: 'succeeded', worse: 'failed', same: 'off' } as const;

/** Two runs side by side, what is worse first. */
export function ComparisonView({ app, run, other, nameOf }: ComparisonViewProps) {
  const query = useQuery(comparisonQuery(useWorkspaceId(), app, run, other));
  return <Result query={query} compact>{(comparison) => <Sides comparison={comparison} nameOf={nameOf} />}</Result>;
}

function Sides({ comparison, nameOf }: { comparison: Comparison; nameOf: (run: Evaluation) => string }) {
  const { t } = useTranslation('appEvaluation');
  const { before, after, better, worse, same, cases } = comparison;
  return (
    <>
      <p className="md-compare-sums">
        <StateTag state="failed">{t('worse', { count: worse })}</StateTag>
        <StateTag state="succeeded">{t('better', { count: better })}</StateTag>
        <StateTag state="off">{t('same', { count: same })}</StateTag>
      </p>
      <div className="md-compare">
        <table className="md-table" aria-label={t('compare')}>
          <thead>
            <tr>
              <th scope="col">{t('column.question')}</th><th scope="col">{t('column.change')}</th>
              <th scope="col">{nameOf(before)}</th><th scope="col">{nameOf(after)}</th>
            </tr>
          </thead>
          <tbody>
            {cases.map((one) => (
              <tr key={one.case_id}>
                <td>{one.question || '–'}</td>
                <td><StateTag state={faces[one.change]}>{t(`change.${one.change}`)}</StateTag></td>
                {[one.before, one.after].map((side, at) => (
                  <td key={at}><CaseState result={side} /> <span className="md-num">{percent(side.score)}</span><p className="md-case-answer">{side.answer ?? side.error}</p></td>
                ))}
              </tr>
            ))}
          </tbody>
        </table>
      </div>
    </>
  );
}

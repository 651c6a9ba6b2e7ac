import { useTranslation } from 'react-i18next';
import { Button } from 'antd';
import { useState } from 'react';
import { useCan } from '../../../api/queries';
import { problemText } from '../../../api/problem';
import { useSaveCase } from '../evaluation/useSaveCase';
import type { RetrievalRecord } from '../types';
import { Hit } from './Hit';
import { topScores } from './placesOf';
import type { RetrievalResult } from './types';

interface FoundListProps {
  base: string;
  query: string;
  result: RetrievalResult;
  /** What a score has to reach; 0 for none. */
  threshold: number;
}

/** The passages of an answer, and the choice of those that ought to be found: with the question they make a test case. */
export function FoundList({ base, query, threshold, result: { records } }: FoundListProps) {
  const { t } = useTranslation(['knowledge', 'hitTesting']);
  const mayKeep = useCan('knowledge.update');
  const [chosen, setChosen] = useState<readonly string[]>();
  const save = useSaveCase(base, () => setChosen(undefined));
  const tops = topScores(records);
  const found = records.filter((record) => !record.below_threshold);
  const below = records.filter((record) => record.below_threshold);
  const hit = (record: RetrievalRecord, at: number) => (
    <Hit
      key={record.chunk.id} base={base} record={record} rank={at + 1} tops={tops}
      isExpected={chosen?.includes(record.chunk.id)} onExpect={chosen && (() => toggle(record.chunk.id))}
    />
  );
  const toggle = (id: string) => setChosen((before = []) => (before.includes(id) ? before.filter((one) => one !== id) : [...before, id]));
  const keep = () => save.mutate({
    query,
    expected: records.filter(({ chunk }) => chosen?.includes(chunk.id)).map(({ document, content }) => ({
      document_id: document.id, quote: content.slice(0, 8000),
    })),
  });

  return (
    <>
      <div className="md-hits-head">
        <p className="md-meta" role="status">{t('hits.found', { count: found.length })}</p>
        {mayKeep && chosen === undefined && <Button size="small" onClick={() => setChosen([])}>{t('hitTesting:case.save')}</Button>}
        {chosen !== undefined && (
          <>
            <span className="md-meta">{t('hitTesting:case.choose')}</span>
            <Button size="small" onClick={() => setChosen(undefined)}>{t('common:cancel')}</Button>
            <Button size="small" type="primary" disabled={chosen.length === 0 || chosen.length > 20} loading={save.isPending} onClick={keep}>
              {t('hitTesting:case.save_chosen', { count: chosen.length })}
            </Button>
          </>
        )}
      </div>
      {save.error && <p role="alert" className="md-hit-refused">{problemText(save.error)}</p>}
      <ol>{found.map(hit)}</ol>
      {below.length > 0 && (
        <>
          <p className="md-meta md-hit-below" id="md-hit-below">{t('hitTesting:below', { threshold })}</p>
          <ol aria-labelledby="md-hit-below">{below.map((record, at) => hit(record, found.length + at))}</ol>
        </>
      )}
    </>
  );
}

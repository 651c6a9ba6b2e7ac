import { useMutation } from '@tanstack/react-query';
import { useParams } from 'react-router';
import { api } from '../../../api/client';
import { basePath } from '../queries';
import type { RetrievalRecord } from '../types';
import { BaseFrame } from './BaseFrame';
import { HitForm, type HitQuestion } from './HitForm';
import { HitResults } from './HitResults';
import './HitTestingPage.css';

/** Asks a base as an app would, and shows which passages come back and how sure the search is. */
export function HitTestingPage() {
  const { id = '' } = useParams();
  const search = useMutation({
    mutationFn: async (question: HitQuestion) => (await api.post<{ records: RetrievalRecord[] }>(
      `${basePath(id)}/retrieve`, { ...question, score_threshold: question.score_threshold ?? 0 },
    )).records,
  });

  return (
    <BaseFrame>
      {(base) => (
        <div className="md-hit-testing">
          <HitForm base={base} isBusy={search.isPending} onSearch={search.mutate} />
          <HitResults base={base} search={search} />
        </div>
      )}
    </BaseFrame>
  );
}

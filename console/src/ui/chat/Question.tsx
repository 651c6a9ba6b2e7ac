import { Pencil } from 'lucide-react';
import { lazy, Suspense } from 'react';
import { useTranslation } from 'react-i18next';
import type { TurnActs } from './TurnView';
import type { Turn } from './types';

// Most questions have no files, and few are asked differently.
const QuestionFiles = lazy(async () => ({ default: (await import('./files/QuestionFiles')).QuestionFiles }));
const QuestionEditor = lazy(async () => ({ default: (await import('./QuestionEditor')).QuestionEditor }));

interface QuestionProps {
  turn: Turn;
  acts: TurnActs;
  /** What the editor begins with; undefined when the question is only read. */
  editing: string | undefined;
  canEdit: boolean;
}

/** What was asked, with its files; it can be asked differently, which makes a branch. */
export function Question({ turn, acts, editing, canEdit }: QuestionProps) {
  const { t } = useTranslation('talk');
  const { files = [], query } = turn;
  if (editing !== undefined) {
    return <Suspense fallback={null}><QuestionEditor turn={turn} acts={acts} initial={editing} /></Suspense>;
  }
  return (
    <div className="md-question-block">
      {files.length > 0 && <Suspense fallback={null}><QuestionFiles files={files} renew={acts.renew} /></Suspense>}
      {query !== '' && <div className="md-question">{query}</div>}
      {canEdit && (
        <button
          type="button" className="md-icon-button md-turn-act md-question-edit" onClick={() => acts.edit(turn)}
          aria-label={t('question.edit')} title={t('question.edit')}
        >
          <Pencil size={14} />
        </button>
      )}
    </div>
  );
}

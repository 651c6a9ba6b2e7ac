import { Pencil } from 'lucide-react';
import { useTranslation } from 'react-i18next';
import { QuestionFiles } from './files/QuestionFiles';
import { QuestionEditor } from './QuestionEditor';
import type { TurnActs } from './TurnView';
import type { Turn } from './types';

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
  if (editing !== undefined) return <QuestionEditor turn={turn} acts={acts} initial={editing} />;
  return (
    <div className="md-question-block">
      {files.length > 0 && <QuestionFiles files={files} renew={acts.renew} />}
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

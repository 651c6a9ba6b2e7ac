import { useTranslation } from 'react-i18next';
import type { Column } from '../../../ui/table/Column';
import { count } from '../../../ui/format';
import { Time } from '../../../ui/Time';
import { EditAnswer, EditQuestion } from './EditCells';
import type { Annotation } from './queries';
import type { Editing } from './useEditing';

/** The columns of annotations; the one in hand shows its fields instead of its words. */
export function useAnnotationColumns(editing: Editing, onHits: (annotation: Annotation) => void): Column<Annotation>[] {
  const { t } = useTranslation('annotations');
  const isInHand = ({ id }: Annotation) => id === editing.draft?.id;
  return [
    {
      key: 'question', title: t('question'),
      render: (row) => (isInHand(row)
        ? <EditQuestion editing={editing} />
        : <span className="md-annotation-text" title={row.question}>{row.question}</span>),
    },
    {
      key: 'answer', title: t('answer'),
      render: (row) => (isInHand(row)
        ? <EditAnswer editing={editing} />
        : <span className="md-annotation-text" title={row.answer}>{row.answer}</span>),
    },
    {
      key: 'hits', title: t('hits'), width: 80, numeric: true,
      render: (row) => (row.hit_count === 0 ? '0' : (
        <button type="button" className="md-link md-num" aria-label={t('hits_of', { count: row.hit_count, question: row.question })} onClick={() => onHits(row)}>
          {count(row.hit_count)}
        </button>
      )),
    },
    { key: 'updated_at', title: t('updated'), width: 130, render: ({ updated_at }) => <Time at={updated_at} relative /> },
  ];
}

import { useInfiniteQuery } from '@tanstack/react-query';
import { useTranslation } from 'react-i18next';
import { useWorkspaceId } from '../../../api/queries';
import { Empty } from '../../../ui/faces/Empty';
import { SidePanel } from '../../../ui/overlays/SidePanel';
import type { Column } from '../../../ui/table/Column';
import { DataTable } from '../../../ui/table/DataTable';
import { percent } from '../../../ui/format';
import { Time } from '../../../ui/Time';
import { hitsQuery, type Annotation, type AnnotationHit } from './queries';

/** When an annotation was the answer, and how near the question was. */
export function HitsDrawer({ app, annotation, onClose }: { app: string; annotation: Annotation; onClose: () => void }) {
  const { t } = useTranslation('annotations');
  const query = useInfiniteQuery(hitsQuery(useWorkspaceId(), app, annotation.id));
  const columns: Column<AnnotationHit>[] = [
    { key: 'question', title: t('hits.question'), render: ({ question }) => <span className="md-annotation-text">{question}</span> },
    { key: 'score', title: t('hits.score'), width: 90, numeric: true, render: ({ score }) => percent(score) },
    { key: 'source', title: t('hits.source'), width: 80, render: ({ source }) => t(`hits.source.${source}`, { defaultValue: source }) },
    { key: 'created_at', title: t('hits.at'), width: 120, render: ({ created_at }) => <Time at={created_at} /> },
  ];
  return (
    <SidePanel title={t('hits.title', { question: annotation.question })} open onClose={onClose} width={720}>
      <DataTable<AnnotationHit>
        label={t('hits.show')} query={query} columns={columns} rowKey={({ id }) => id}
        empty={<Empty compact title={t('hits.empty')} text={t('hits.empty.text')} />}
      />
    </SidePanel>
  );
}

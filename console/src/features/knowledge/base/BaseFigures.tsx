import { useQuery } from '@tanstack/react-query';
import { useTranslation } from 'react-i18next';
import { useIsPainted } from '../../../api/firstPaint';
import { useWorkspaceId } from '../../../api/queries';
import { bigCount, count, duration, percent } from '../../../ui/format';
import { Strip } from '../../../ui/page/Strip';
import { insightsQuery } from '../queries';
import type { KnowledgeBase } from '../types';

/** From this share of unanswered questions on, somebody should look. */
const many = 0.2;

const days = 7;

/** What a base holds, and how it was used in the last seven days. */
export function BaseFigures({ base }: { base: KnowledgeBase }) {
  const { t } = useTranslation(['documents', 'knowledge']);
  const ws = useWorkspaceId();
  const isPainted = useIsPainted();
  const { data } = useQuery({ ...insightsQuery(ws, base.id, days), enabled: isPainted });
  const numbers = data?.numbers;
  const wasAsked = numbers !== undefined && numbers.queries > 0;
  const unanswered = wasAsked ? numbers.unanswered / numbers.queries : undefined;
  const asked = numbers && t('figure.asked', { count: numbers.queries, days });

  return (
    <Strip
      figures={[
        { label: t('knowledge:figure.documents'), value: count(base.document_count) },
        { label: t('knowledge:figure.chunks'), value: bigCount(base.chunk_count), hint: count(base.chunk_count) },
        { label: t('figure.hits'), value: bigCount(numbers?.hits), hint: asked },
        {
          label: t('figure.unanswered'), value: percent(unanswered), hint: asked,
          tone: unanswered !== undefined && unanswered >= many ? 'warn' : undefined,
        },
        { label: t('figure.p95'), value: duration(wasAsked ? numbers.p95_milliseconds / 1000 : undefined), hint: asked },
      ]}
    />
  );
}

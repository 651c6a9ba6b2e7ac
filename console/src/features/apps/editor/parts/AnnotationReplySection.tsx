import { useQuery } from '@tanstack/react-query';
import { useTranslation } from 'react-i18next';
import { Link } from 'react-router';
import { useIsPainted } from '../../../../api/firstPaint';
import { useWorkspaceId } from '../../../../api/queries';
import { AnnotationReplyForm } from '../../annotations/AnnotationReplyForm';
import { replyQuery } from '../../annotations/queries';
import { Section, type PartProps } from '../Section';

/** Answers that people have written, for questions that are asked again. */
export function AnnotationReplySection({ app }: PartProps) {
  const { t } = useTranslation('annotations');
  const ws = useWorkspaceId();
  const { data } = useQuery({ ...replyQuery(ws, app.id), enabled: useIsPainted() });
  return (
    <Section title={t('reply')} fact={data && t(data.enabled ? 'apps:diff.on' : 'apps:diff.off')} help={t('reply.help')} folded>
      <AnnotationReplyForm app={app.id} />
      <Link to={`/w/${ws}/apps/${app.id}/annotations`}>{t('reply.open')}</Link>
    </Section>
  );
}

import { useQuery } from '@tanstack/react-query';
import { useTranslation } from 'react-i18next';
import { Link } from 'react-router';
import { useIsPainted } from '../../../api/firstPaint';
import { useWorkspaceId } from '../../../api/queries';
import { Result } from '../../../ui/faces/Result';
import { StateTag } from '../../../ui/states/StateTag';
import type { KnowledgeBase } from '../types';
import { usageQuery } from './queries';
import { Section } from './Section';

/** Which apps use a base. Those that one may not see are only counted. */
export function UsageSection({ base }: { base: KnowledgeBase }) {
  const { t } = useTranslation('bases');
  const ws = useWorkspaceId();
  const isPainted = useIsPainted();
  const query = useQuery({ ...usageQuery(ws, base.id), enabled: isPainted });
  return (
    <Section id="usage" title={t('usage.title')}>
      <Result query={query} compact>
        {({ apps, app_count: total }) => (
          <>
            {total === 0 && <p className="md-meta">{t('usage.none')}</p>}
            <ul className="md-usage-apps">
              {apps.map(({ id, name, in_published: isPublished }) => (
                <li key={id}>
                  <Link to={`/w/${ws}/apps/${id}`}>{name}</Link>
                  <StateTag state={isPublished ? 'published' : 'draft'} />
                </li>
              ))}
            </ul>
            {total > apps.length && <p className="md-meta">{t('usage.unseen', { count: total - apps.length })}</p>}
          </>
        )}
      </Result>
    </Section>
  );
}

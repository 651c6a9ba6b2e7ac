import { useInfiniteQuery } from '@tanstack/react-query';
import { Button } from 'antd';
import { lazy, Suspense, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { useIsPainted } from '../../../api/firstPaint';
import { useCan, useWorkspaceId } from '../../../api/queries';
import type { KnowledgeBase } from '../types';
import { CheckExternal } from './CheckExternal';
import { externalApisQuery } from './queries';
import { Section } from './Section';

const ExternalApisDialog = lazy(async () => ({ default: (await import('./ExternalApisDialog')).ExternalApisDialog }));

/** Where the passages of an external base come from; settled when it was made. */
export function ExternalSource({ base }: { base: KnowledgeBase }) {
  const { t } = useTranslation('bases');
  const isPainted = useIsPainted();
  const { data } = useInfiniteQuery({ ...externalApisQuery(useWorkspaceId()), enabled: isPainted });
  const mayCheck = useCan('knowledge.update');
  const [isManaging, setManaging] = useState(false);
  const api = data?.find(({ id }) => id === base.external_api_id);
  return (
    <Section id="index" title={t('section.external')} text={t('section.external.text')}>
      <dl className="md-settings-facts">
        <dt>{t('external.api')}</dt>
        <dd>{api ? <>{api.name} <span className="md-mono md-quiet">{api.endpoint}</span></> : '–'}</dd>
        <dt>{t('external.knowledge')}</dt><dd className="md-mono">{base.external_knowledge_id}</dd>
      </dl>
      <div className="md-settings-row">
        {mayCheck && <CheckExternal api={base.external_api_id!} knowledge={base.external_knowledge_id ?? undefined} label={t('external.check')} />}
        <Button size="small" type="link" onClick={() => setManaging(true)}>{t('external.manage')}</Button>
      </div>
      {isManaging && <Suspense><ExternalApisDialog open onClose={() => setManaging(false)} /></Suspense>}
    </Section>
  );
}

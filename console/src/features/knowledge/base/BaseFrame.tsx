import { useQuery } from '@tanstack/react-query';
import type { ReactNode } from 'react';
import type { TFunction } from 'i18next';
import { useTranslation } from 'react-i18next';
import { useParams } from 'react-router';
import { useWorkspaceId } from '../../../api/queries';
import { Result } from '../../../ui/faces/Result';
import { bigCount, count } from '../../../ui/format';
import { Page } from '../../../ui/page/Page';
import { PageHeader, type PageAction } from '../../../ui/page/PageHeader';
import { Strip } from '../../../ui/page/Strip';
import { baseQuery } from '../queries';
import type { KnowledgeBase } from '../types';
import { BaseKind } from './BaseKind';
import { BaseTabs } from './BaseTabs';
import './BaseFrame.css';

interface BaseFrameProps {
  /** The figures of the base below the head. */
  withFigures?: boolean;
  actions?: readonly PageAction[];
  children: (base: KnowledgeBase) => ReactNode;
}

/** What the pages of a knowledge base have in common: the head with its tabs. */
export function BaseFrame({ withFigures = false, actions, children }: BaseFrameProps) {
  const { t } = useTranslation('knowledge');
  const ws = useWorkspaceId();
  const { id = '' } = useParams();
  const query = useQuery(baseQuery(ws, id));
  const base = query.data;

  return (
    <Page
      head={base && (
        <>
          <PageHeader
            title={base.name}
            crumb={{ label: t('list.title'), to: `/w/${ws}/knowledge` }}
            state={<span className="md-base-kind"><BaseKind base={base} /></span>}
            actions={actions}
          >
            <BaseTabs base={id} />
          </PageHeader>
          {withFigures && <Strip figures={figures(base, t)} />}
        </>
      )}
    >
      <Result query={query}>{children}</Result>
    </Page>
  );
}

function figures(base: KnowledgeBase, t: TFunction<'knowledge'>) {
  return [
    { label: t('figure.documents'), value: count(base.document_count) },
    { label: t('figure.chunks'), value: bigCount(base.chunk_count), hint: count(base.chunk_count) },
    { label: t('figure.characters'), value: bigCount(base.character_count), hint: count(base.character_count) },
    { label: t('figure.failed'), value: count(base.failed_count), tone: base.failed_count > 0 ? 'err' as const : undefined },
  ];
}

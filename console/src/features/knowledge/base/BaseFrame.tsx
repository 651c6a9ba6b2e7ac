import { useQuery } from '@tanstack/react-query';
import type { ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import { useParams } from 'react-router';
import { useWorkspaceId } from '../../../api/queries';
import { Result } from '../../../ui/faces/Result';
import { Page } from '../../../ui/page/Page';
import { PageHeader, type PageAction } from '../../../ui/page/PageHeader';
import { baseQuery } from '../queries';
import type { KnowledgeBase } from '../types';
import { BaseFigures } from './BaseFigures';
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
          {withFigures && <BaseFigures base={base} />}
        </>
      )}
    >
      <Result query={query}>{children}</Result>
    </Page>
  );
}

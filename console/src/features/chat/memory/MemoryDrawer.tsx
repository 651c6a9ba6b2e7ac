import { useInfiniteQuery } from '@tanstack/react-query';
import { Brain } from 'lucide-react';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { problemText } from '../../../api/problem';
import { useWorkspaceId } from '../../../api/queries';
import { InlineConfirm } from '../../../ui/chat/InlineConfirm';
import { Empty } from '../../../ui/faces/Empty';
import { ErrorFace } from '../../../ui/faces/ErrorFace';
import { Loading } from '../../../ui/faces/Loading';
import { PlainButton } from '../../../ui/form/PlainButton';
import { SidePanel } from '../../../ui/overlays/SidePanel';
import { FactLine } from './FactLine';
import { memoryQuery, useMemoryActs } from './queries';
import './Memory.css';

interface MemoryDrawerProps {
  app: { id: string; name: string };
  onClose: () => void;
}

/** What an app remembers of whoever reads this: to look at, to correct, to have forgotten. */
export function MemoryDrawer({ app, onClose }: MemoryDrawerProps) {
  const { t } = useTranslation('talk');
  const ws = useWorkspaceId();
  const facts = useInfiniteQuery(memoryQuery(ws, app.id));
  const { correct, forget, forgetAll } = useMemoryActs(app.id);
  const [asks, setAsks] = useState(false);
  const failure = correct.error ?? forget.error ?? forgetAll.error;
  const count = facts.data?.length ?? 0;

  return (
    <SidePanel title={t('memory.title', { app: app.name })} open onClose={onClose} width={480}>
      <div className="md-memory">
        <p className="md-soft">{t('memory.text')}</p>
        {facts.data === undefined && (facts.isError
          ? <ErrorFace error={facts.error} compact onRetry={() => void facts.refetch()} />
          : <Loading rows={4} />)}
        {facts.data && count === 0 && <Empty icon={Brain} title={t('memory.empty')} text={t('memory.empty.text')} />}
        <ul aria-label={t('memory.list')}>
          {facts.data?.map((fact) => (
            <FactLine
              key={fact.id} fact={fact}
              onCorrect={(text) => correct.mutateAsync({ id: fact.id, text })}
              onForget={() => forget.mutateAsync(fact.id)}
            />
          ))}
        </ul>
        {facts.hasNextPage && (
          <button type="button" className="md-link" onClick={() => void facts.fetchNextPage()}>{t('common:table.more')}</button>
        )}
        {failure && <p className="md-field-error" role="alert">{problemText(failure)}</p>}
        {count > 0 && (asks
          ? (
            <InlineConfirm
              question={t('memory.forget_all.question')} verb={t('memory.forget_all')} busy={forgetAll.isPending}
              onCancel={() => setAsks(false)} onConfirm={() => forgetAll.mutate(undefined, { onSettled: () => setAsks(false) })}
            />
          )
          : <div><PlainButton onClick={() => setAsks(true)}>{t('memory.forget_all')}</PlainButton></div>)}
      </div>
    </SidePanel>
  );
}

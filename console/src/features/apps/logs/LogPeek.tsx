import { useInfiniteQuery, useQuery } from '@tanstack/react-query';
import { Button } from 'antd';
import { useTranslation } from 'react-i18next';
import { useWorkspaceId } from '../../../api/queries';
import { ErrorFace } from '../../../ui/faces/ErrorFace';
import { Loading } from '../../../ui/faces/Loading';
import { count, money } from '../../../ui/format';
import { Peek } from '../../../ui/overlays/Peek';
import { Time } from '../../../ui/Time';
import { LogMessageView } from './LogMessageView';
import { logMessagesQuery, logQuery } from './queries';
import type { LogConversation } from './types';

interface LogPeekProps {
  app: string;
  id: string;
  /** As the list has it; read by itself when a link leads here. */
  row: LogConversation | undefined;
  onClose: () => void;
  onUser: (user: string) => void;
}

/** A conversation beside the list: its facts, and every message in every branch with how it came about. */
export function LogPeek({ app, id, row, onClose, onUser }: LogPeekProps) {
  const { t } = useTranslation('appLogs');
  const ws = useWorkspaceId();
  const one = useQuery({ ...logQuery(ws, app, id), enabled: row === undefined });
  const messages = useInfiniteQuery(logMessagesQuery(ws, app, id));
  const log = row ?? one.data;
  return (
    <Peek title={log?.name ?? t('one')} onClose={onClose} width={560}>
      {one.isError ? <ErrorFace compact error={one.error} onRetry={() => void one.refetch()} /> : log && <Facts log={log} onUser={onUser} />}
      {messages.data
        ? (
          <ol className="md-log-messages">
            {messages.data.map((entry) => (
              <LogMessageView key={entry.message.id} app={app} conversation={id} entry={entry} isMatch={entry.message.id === log?.match_id} />
            ))}
          </ol>
        )
        : messages.isError ? <ErrorFace compact error={messages.error} onRetry={() => void messages.refetch()} /> : <Loading rows={6} />}
      {messages.hasNextPage && (
        <Button loading={messages.isFetchingNextPage} onClick={() => void messages.fetchNextPage()}>{t('common:table.more')}</Button>
      )}
    </Peek>
  );
}

function Facts({ log, onUser }: { log: LogConversation; onUser: (user: string) => void }) {
  const { t } = useTranslation('appLogs');
  const { person, source, model, created_at, tokens, cost, inputs, introduction } = log;
  const filled = Object.entries(inputs).filter(([, value]) => value !== '' && value !== null);
  return (
    <dl className="md-log-facts">
      <dt>{t('column.user')}</dt>
      <dd>
        {person.name ?? t('user.gone')}
        <button type="button" className="md-link" onClick={() => onUser(person.id)}>{t('user.all')}</button>
      </dd>
      <dt>{t('column.source')}</dt>
      <dd>{t(`source.${source}`, { defaultValue: source })}</dd>
      <dt>{t('began')}</dt>
      <dd><Time at={created_at} /></dd>
      {model && <><dt>{t('column.model')}</dt><dd className="md-mono">{model}</dd></>}
      <dt>{t('column.tokens')}</dt>
      <dd className="md-num">{count(tokens)}{cost && Number(cost.amount) !== 0 && ` · ${money(cost.amount, cost.currency)}`}</dd>
      {filled.map(([name, value]) => (
        <div key={name} className="md-log-input"><dt className="md-mono">{name}</dt><dd>{typeof value === 'string' ? value : JSON.stringify(value)}</dd></div>
      ))}
      {introduction && <div className="md-log-input"><dt>{t('introduction')}</dt><dd>{introduction}</dd></div>}
    </dl>
  );
}

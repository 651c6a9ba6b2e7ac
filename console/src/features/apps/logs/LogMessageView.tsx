import { useTranslation } from 'react-i18next';
import { Markdown } from '../../../ui/chat/markdown/Markdown';
import { count, duration, money } from '../../../ui/format';
import { StateTag } from '../../../ui/states/StateTag';
import { MessageActs } from './MessageActs';
import { TraceFold } from './TraceFold';
import type { LogMessage } from './types';

interface LogMessageViewProps {
  app: string;
  conversation: string;
  entry: LogMessage;
  /** It holds the words that were looked for. */
  isMatch: boolean;
}

/** A question and its answer as the log shows them: with what was thought of it, what it took, and how it came about. */
export function LogMessageView({ app, conversation, entry, isMatch }: LogMessageViewProps) {
  const { t } = useTranslation('appLogs');
  const { message, comment, operator_feedback: said } = entry;
  const { siblings, sibling_index: place, usage, cost } = message;
  const facts = [
    message.time_to_first_token !== null && t('fact.first', { value: duration(message.time_to_first_token) }),
    message.duration !== null && duration(message.duration),
    usage && usage.total_tokens > 0 && t('fact.tokens', { value: count(usage.total_tokens) }),
    cost && Number(cost.amount) !== 0 && money(cost.amount, cost.currency),
    message.model,
  ].filter(Boolean);
  return (
    <li className="md-log-message" data-match={isMatch || undefined}>
      <p className="md-log-question">
        {message.query || <span className="md-quiet">{t('no_question')}</span>}
        {siblings.length > 1 && <span className="md-meta"> {t('branch', { place: place + 1, count: siblings.length })}</span>}
      </p>
      {message.answer && <div className="md-log-answer"><Markdown text={message.answer} /></div>}
      {message.status !== 'completed' && (
        <p><StateTag state={message.status} /> {message.error && <span className="md-log-error">{message.error}</span>}</p>
      )}
      {message.citations.length > 0 && (
        <p className="md-meta">{t('cites')} {[...new Set(message.citations.map((citation) => citation.document_name))].join(', ')}</p>
      )}
      <p className="md-meta md-num">{facts.join(' · ')}</p>
      {message.feedback && (
        <p className={message.feedback.rating === 'like' ? 'md-log-like' : 'md-log-dislike'}>
          {t(`reader.${message.feedback.rating}`)}{comment && `: ${comment}`}
        </p>
      )}
      {said && (
        <p className={said.rating === 'like' ? 'md-log-like' : 'md-log-dislike'}>
          {t(`operator.${said.rating}`, { name: said.name ?? t('user.gone') })}{said.content && `: ${said.content}`}
        </p>
      )}
      <MessageActs app={app} conversation={conversation} entry={entry} />
      <TraceFold app={app} message={message.id} />
    </li>
  );
}

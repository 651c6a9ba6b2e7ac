import { ThumbsDown, ThumbsUp } from 'lucide-react';
import { useTranslation } from 'react-i18next';
import { CopyButton } from '../copy/CopyButton';
import { count, duration } from '../format';
import { ReadAloud } from './speech/ReadAloud';
import type { Rating, Turn } from './types';

interface AnswerFootProps {
  turn: Turn;
  onRate: (messageId: string, rating: Rating | null) => void;
}

/** Copy, thumbs, and how long the answer took. */
export function AnswerFoot({ turn, onRate }: AnswerFootProps) {
  const { t } = useTranslation('chat');
  const { messageId, rating, usage, timeToFirstToken, duration: seconds } = turn;
  const facts = [
    timeToFirstToken != null && t('turn.first', { time: duration(timeToFirstToken) }),
    seconds != null && t('turn.total', { time: duration(seconds) }),
    usage && usage.total_tokens > 0 && `${count(usage.total_tokens)} tokens`,
  ].filter(Boolean);
  const rate = (given: Rating) => messageId && onRate(messageId, rating === given ? null : given);

  return (
    <div className="md-answer-foot">
      <CopyButton text={turn.answer} label={t('turn.copy')} />
      <ReadAloud messageId={messageId} />
      {messageId && (
        <>
          <button
            type="button" className="md-icon-button" aria-pressed={rating === 'like'} aria-label={t('turn.like')}
            title={t('turn.like')} onClick={() => rate('like')}
          >
            <ThumbsUp size={15} />
          </button>
          <button
            type="button" className="md-icon-button" aria-pressed={rating === 'dislike'} aria-label={t('turn.dislike')}
            title={t('turn.dislike')} onClick={() => rate('dislike')}
          >
            <ThumbsDown size={15} />
          </button>
        </>
      )}
      <span className="md-num">{facts.join(' · ')}</span>
    </div>
  );
}

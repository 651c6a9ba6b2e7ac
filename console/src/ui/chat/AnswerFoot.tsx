import { RefreshCw, ThumbsDown, ThumbsUp } from 'lucide-react';
import { lazy, Suspense, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { CopyButton } from '../copy/CopyButton';
import { count, duration, money } from '../format';
import { BranchSwitch } from './BranchSwitch';
import { ReadAloud } from './speech/ReadAloud';
import type { TurnActs } from './TurnView';
import type { Rating, Turn } from './types';

const FeedbackNote = lazy(async () => ({ default: (await import('./FeedbackNote')).FeedbackNote }));

interface AnswerFootProps {
  turn: Turn;
  acts: Pick<TurnActs, 'rate' | 'regenerate' | 'choose'>;
  /** What another answer is called here. */
  againLabel?: string;
}

/** The other answers, copy, thumbs, another try, and how long the answer took and what it cost. */
export function AnswerFoot({ turn, acts, againLabel }: AnswerFootProps) {
  const { t } = useTranslation(['chat', 'talk']);
  const [asksWhy, setAsksWhy] = useState(false);
  const { messageId, rating, answer } = turn;
  const rate = (given: Rating) => {
    const next = rating === given ? null : given;
    acts.rate(messageId!, next);
    setAsksWhy(next !== null);
  };
  const again = againLabel ?? t('talk:turn.regenerate');

  return (
    <>
      <div className="md-answer-foot">
        <BranchSwitch turn={turn} choose={acts.choose} />
        {answer !== '' && (
          <>
            <CopyButton text={answer} label={t('turn.copy')} />
            <ReadAloud messageId={messageId} />
            <Thumb rating="like" turn={turn} onRate={rate} />
            <Thumb rating="dislike" turn={turn} onRate={rate} />
          </>
        )}
        <button
          type="button" className="md-icon-button md-turn-act" aria-label={again} title={again}
          onClick={() => acts.regenerate(turn)}
        >
          <RefreshCw size={14} />
        </button>
        <span className="md-num">{factsOf(turn, t('turn.first', { time: duration(turn.timeToFirstToken) }), t('turn.total', { time: duration(turn.duration) }))}</span>
      </div>
      {asksWhy && rating && (
        <Suspense fallback={null}>
          <FeedbackNote
            key={rating} rating={rating} initial={turn.note ?? ''} onClose={() => setAsksWhy(false)}
            onSend={(content) => {
              acts.rate(messageId!, rating, content);
              setAsksWhy(false);
            }}
          />
        </Suspense>
      )}
      {!asksWhy && rating && turn.note && <p className="md-turn-note md-feedback-said">{t('talk:feedback.said', { text: turn.note })}</p>}
    </>
  );
}

function factsOf({ usage, timeToFirstToken, duration: seconds, cost }: Turn, first: string, total: string): string {
  return [
    timeToFirstToken != null && first,
    seconds != null && total,
    usage && usage.total_tokens > 0 && `${count(usage.total_tokens)} tokens`,
    cost && Number(cost.amount) > 0 && money(cost.amount, cost.currency),
  ].filter(Boolean).join(' · ');
}

function Thumb({ rating, turn, onRate }: { rating: Rating; turn: Turn; onRate: (rating: Rating) => void }) {
  const { t } = useTranslation('chat');
  const Icon = rating === 'like' ? ThumbsUp : ThumbsDown;
  return (
    <button
      type="button" className="md-icon-button" aria-pressed={turn.rating === rating} aria-label={t(`turn.${rating}`)}
      title={t(`turn.${rating}`)} onClick={() => onRate(rating)}
    >
      <Icon size={15} />
    </button>
  );
}

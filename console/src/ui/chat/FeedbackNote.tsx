import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { PlainButton } from '../form/PlainButton';
import type { Rating } from './types';

interface FeedbackNoteProps {
  rating: Rating;
  initial: string;
  onSend: (content: string) => void;
  onClose: () => void;
}

/** A few words to a thumb, for who wants to give them; the thumb counts without. */
export function FeedbackNote({ rating, initial, onSend, onClose }: FeedbackNoteProps) {
  const { t } = useTranslation('talk');
  const [text, setText] = useState(initial);
  return (
    <form
      className="md-feedback"
      onSubmit={(event) => {
        event.preventDefault();
        onSend(text.trim());
      }}
      onKeyDown={(event) => {
        if (event.key !== 'Escape' || event.nativeEvent.isComposing) return;
        event.preventDefault();
        event.stopPropagation();
        onClose();
      }}
    >
      <textarea
        className="md-text-area" rows={2} maxLength={4000} value={text} aria-label={t(`feedback.${rating}`)}
        placeholder={t(`feedback.${rating}`)} onChange={(event) => setText(event.target.value)}
      />
      <div className="md-question-buttons">
        <PlainButton onClick={onClose}>{t('feedback.skip')}</PlainButton>
        <PlainButton primary type="submit">{t('feedback.send')}</PlainButton>
      </div>
    </form>
  );
}

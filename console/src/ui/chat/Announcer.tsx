import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { isRunning, type TurnState } from './types';

/** Says once that the answer is complete, to who listens to the page; reading out each word would drown it. */
export function Announcer({ state }: { state: TurnState | undefined }) {
  const { t } = useTranslation('chat');
  const [before, setBefore] = useState(state);
  const [text, setText] = useState('');
  if (before !== state) {
    const wasRunning = before !== undefined && isRunning(before);
    setBefore(state);
    setText(wasRunning && state === 'completed' ? t('turn.done') : '');
  }
  return <div className="md-hidden" role="status" aria-live="polite">{text}</div>;
}

import { LoaderCircle, Pause, Volume2 } from 'lucide-react';
import { useEffect, useSyncExternalStore } from 'react';
import { useTranslation } from 'react-i18next';
import { Problem, problemText } from '../../../api/problem';
import { toast } from '../../toast/toast';
import { player } from './player';
import type { SpeechAccess } from './SpeechContext';
import './speech.css';

interface ReadAloudButtonProps {
  speech: SpeechAccess;
  messageId: string;
}

/** Plays, pauses and goes on; while the sound is on its way it can be called off. */
export function ReadAloudButton({ speech, messageId }: ReadAloudButtonProps) {
  const { t } = useTranslation('speech');
  const heard = useSyncExternalStore(player.subscribe, player.state);
  const state = heard.messageId === messageId ? heard.state : 'idle';
  const error = state === 'failed' ? heard.error : undefined;

  useEffect(() => {
    if (state !== 'failed') return;
    // A browser that has not been clicked into yet does not speak by itself; the button is there for that.
    if (error instanceof DOMException && error.name === 'NotAllowedError') return;
    toast(error instanceof Problem ? problemText(error) : t('read.failed'), { tone: 'error' });
  }, [error, state, t]);

  const label = t(`read.${state === 'loading' ? 'cancel' : state === 'playing' ? 'pause' : state === 'paused' ? 'resume' : 'play'}`);
  const act = () => {
    if (state === 'loading') player.stop();
    else if (state === 'playing') player.pause();
    else void player.play(speech, messageId);
  };
  return (
    <button
      type="button" className="md-icon-button" aria-label={label} title={label} aria-pressed={state === 'playing'}
      aria-busy={state === 'loading'} onClick={act}
    >
      {state === 'loading' && <LoaderCircle size={15} className="md-speech-busy" />}
      {state === 'playing' && <Pause size={15} />}
      {state !== 'loading' && state !== 'playing' && <Volume2 size={15} />}
    </button>
  );
}

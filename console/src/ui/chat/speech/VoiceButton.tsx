import { LoaderCircle, Mic, Square } from 'lucide-react';
import { useTranslation } from 'react-i18next';
import type { SpeechAccess } from './SpeechContext';
import { useRecorder } from './useRecorder';
import './speech.css';

interface VoiceButtonProps {
  speech: SpeechAccess;
  /** Gets what was said. */
  onText: (text: string) => void;
}

/** Records what somebody says and puts it into words; Esc throws the recording away. */
export function VoiceButton({ speech, onText }: VoiceButtonProps) {
  const { t } = useTranslation('speech');
  const { state, seconds, start, stop, cancel } = useRecorder(speech, onText);

  if (state === 'recording') {
    const time = `${Math.floor(seconds / 60)}:${String(seconds % 60).padStart(2, '0')}`;
    return (
      <span className="md-voice" data-recording>
        <span className="md-voice-time md-num" role="timer" aria-label={t('voice.recording')}>{time}</span>
        <button type="button" className="md-link" onClick={cancel}>{t('voice.cancel')}</button>
        <button type="button" className="md-icon-button" aria-label={t('voice.stop')} title={t('voice.stop')} onClick={stop}>
          <Square size={14} fill="currentColor" />
        </button>
      </span>
    );
  }
  const busy = state !== 'idle';
  const label = t(state === 'sending' ? 'voice.sending' : 'voice.start');
  return (
    <button
      type="button" className="md-icon-button md-voice" aria-label={label} title={label} aria-busy={busy}
      onClick={() => (busy ? cancel() : void start())}
    >
      {busy ? <LoaderCircle size={16} className="md-speech-busy" /> : <Mic size={16} />}
    </button>
  );
}

import { useCallback, useEffect, useRef, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { Problem, problemText } from '../../../api/problem';
import { toast } from '../../toast/toast';
import { fileNameOf, recordingType, troubleOf } from './recording';
import type { SpeechAccess } from './SpeechContext';

/** What is still a question, and keeps a recording well below what the server takes. */
const longest = 300;

type State = 'idle' | 'asking' | 'recording' | 'sending';

/** Records by the microphone and has it put into words. One recording at a time; leaving throws it away. */
export function useRecorder({ send, path, draft }: SpeechAccess, onText: (text: string) => void) {
  const { t } = useTranslation('speech');
  const [state, setState] = useState<State>('idle');
  const [seconds, setSeconds] = useState(0);
  const recorder = useRef<MediaRecorder>(undefined);
  const attempt = useRef<AbortController>(undefined);

  const cancel = useCallback(() => {
    attempt.current?.abort();
    attempt.current = undefined;
    setState('idle');
  }, []);
  const stop = useCallback(() => recorder.current?.stop(), []);

  const transcribe = async (sound: Blob, signal: AbortSignal) => {
    setState('sending');
    const form = new FormData();
    form.append('file', sound, fileNameOf(sound.type));
    const response = await send(`${path}/audio-to-text`, { method: 'POST', body: form, signal, query: { draft: draft || undefined } });
    const { text } = (await response.json()) as { text: string };
    if (text.trim() === '') toast(t('voice.silent'));
    else onText(text.trim());
    setState('idle');
  };

  const start = async () => {
    cancel();
    const { signal } = (attempt.current = new AbortController());
    const fail = (error: unknown) => {
      if (signal.aborted) return;
      cancel();
      toast(error instanceof Problem ? problemText(error) : t(`voice.${troubleOf(error)}`), { tone: 'error' });
    };
    setState('asking');
    try {
      const stream = await navigator.mediaDevices.getUserMedia({ audio: true });
      const release = () => stream.getTracks().forEach((track) => track.stop());
      if (signal.aborted) return release();
      const parts: Blob[] = [];
      const made = (recorder.current = new MediaRecorder(stream, { mimeType: recordingType() }));
      signal.addEventListener('abort', () => made.state !== 'inactive' && made.stop(), { once: true });
      made.ondataavailable = ({ data }) => void parts.push(data);
      made.onstop = () => {
        release();
        if (!signal.aborted) transcribe(new Blob(parts, { type: made.mimeType }), signal).catch(fail);
      };
      made.start();
      setSeconds(0);
      setState('recording');
    } catch (error) {
      fail(error);
    }
  };

  useEffect(() => {
    if (state !== 'recording') return;
    const timer = setInterval(() => setSeconds((before) => before + 1), 1000);
    const onKey = (event: KeyboardEvent) => {
      if (event.key !== 'Escape') return;
      // Here it means the recording and not the answer that may be running.
      event.preventDefault();
      event.stopImmediatePropagation();
      cancel();
    };
    window.addEventListener('keydown', onKey, { capture: true });
    return () => {
      clearInterval(timer);
      window.removeEventListener('keydown', onKey, { capture: true });
    };
  }, [cancel, state]);
  useEffect(() => {
    if (seconds >= longest) stop();
  }, [seconds, stop]);
  useEffect(() => () => attempt.current?.abort(), []);

  return { state, seconds, start, stop, cancel };
}

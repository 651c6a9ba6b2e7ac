import { lazy, Suspense, useContext } from 'react';
import { SpeechContext } from './SpeechContext';

const VoiceButton = lazy(async () => ({ default: (await import('./VoiceButton')).VoiceButton }));

/** Lets people speak instead of writing, where the app listens. */
export function Voice({ onText }: { onText: (text: string) => void }) {
  const speech = useContext(SpeechContext);
  if (!speech?.hears) return null;
  return <Suspense fallback={null}><VoiceButton speech={speech} onText={onText} /></Suspense>;
}

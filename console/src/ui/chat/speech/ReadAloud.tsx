import { lazy, Suspense, useContext } from 'react';
import { SpeechContext } from './SpeechContext';

const ReadAloudButton = lazy(async () => ({ default: (await import('./ReadAloudButton')).ReadAloudButton }));

/** Reads an answer aloud, where the app speaks. */
export function ReadAloud({ messageId }: { messageId: string | undefined }) {
  const speech = useContext(SpeechContext);
  if (!speech?.speaks || !messageId) return null;
  return <Suspense fallback={null}><ReadAloudButton speech={speech} messageId={messageId} /></Suspense>;
}

import { Suspense, useSyncExternalStore } from 'react';
import { later } from '../later';
import type { ChatSession } from './ChatSession';
import { TurnView, type TurnActs } from './TurnView';

// Few answers wait for a person.
const HumanFormView = later(['human'], async () => (await import('./human/HumanFormView')).HumanFormView);

interface LiveTurnProps {
  session: ChatSession;
  current: number | undefined;
  acts: TurnActs;
  expectsSources: boolean;
  debug: boolean;
}

/** The answer in the making: the one thing on the page that is drawn with every frame of text. */
export function LiveTurn({ session, ...rest }: LiveTurnProps) {
  const turn = useSyncExternalStore(session.subscribe, session.live);
  if (!turn) return undefined;
  const forms = session.backend.takesForms ? turn.forms ?? [] : [];
  return (
    <>
      <TurnView turn={turn} isLast {...rest} />
      <Suspense fallback={null}>
        {forms.map((form) => <HumanFormView key={form.id} form={form} backend={session.backend} app={session.app} onAnswer={(answer) => session.answer(form.id, answer)} />)}
      </Suspense>
    </>
  );
}

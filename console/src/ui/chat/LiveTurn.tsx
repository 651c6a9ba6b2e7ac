import { useSyncExternalStore } from 'react';
import type { ChatSession } from './ChatSession';
import { TurnView, type TurnActs } from './TurnView';

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
  return turn && <TurnView turn={turn} isLast {...rest} />;
}

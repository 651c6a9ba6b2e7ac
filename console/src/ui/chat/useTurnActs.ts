import { useEffect, useMemo, useRef, useState } from 'react';
import { problemText } from '../../api/problem';
import { toast } from '../toast/toast';
import type { ChatSession } from './ChatSession';
import { givenOf } from './files/AttachmentStore';
import { messagesKey, useChooseBranch, useFeedback } from './queries';
import type { TurnActs } from './TurnView';
import type { QuestionOptions, Turn } from './types';

interface Wants {
  session: ChatSession;
  conversation: string | undefined;
  openSource: TurnActs['openSource'];
  /** Asks at the end of what is shown. */
  ask: (query: string, files: QuestionOptions['files']) => Promise<void>;
  /** Waited for before each question. */
  prepare: (() => Promise<unknown>) | undefined;
  renew: () => Promise<unknown>;
  toEnd: () => void;
}

/** Which question is being asked differently, with what is written so far. */
export interface Editing {
  key: string;
  text: string;
}

const complain = (error: unknown) => toast(problemText(error), { tone: 'error' });

/** What can be done with the turns of a conversation, and what is being edited. */
export function useTurnActs(wants: Wants) {
  const { session, conversation, openSource } = wants;
  const [editing, setEditing] = useState<Editing>();
  const { mutate: rate } = useFeedback(session.backend, messagesKey(session.backend.scope, conversation ?? ''));
  const { mutate: choose } = useChooseBranch(session.backend, conversation);
  const latest = useRef(wants);
  useEffect(() => {
    latest.current = wants;
  });

  const acts = useMemo<TurnActs>(() => {
    const regenerate = async (turn: Turn) => {
      if (session.isRunning) return;
      await latest.current.prepare?.();
      session.regenerate(turn).catch(complain);
      latest.current.toEnd();
    };
    return {
      openSource,
      rate: (id, rating, content) => rate({ id, rating, content }, { onError: complain }),
      regenerate: (turn) => void regenerate(turn),
      retry: (turn) => void (turn.messageId ? regenerate(turn) : latest.current.ask(turn.query, turn.files?.map(givenOf))),
      edit: (turn) => setEditing(turn && !session.isRunning ? { key: turn.key, text: turn.query } : undefined),
      askDifferently: (turn, query, files) => void (async () => {
        if (session.isRunning) return;
        setEditing(undefined);
        await latest.current.prepare?.();
        const { parentId = null, siblings = [turn.messageId!] } = turn;
        session.ask(query, turn.inputs, { files: files.map(givenOf), parent: parentId, beside: siblings }).catch((error) => {
          complain(error);
          setEditing({ key: turn.key, text: query });
        });
        latest.current.toEnd();
      })(),
      choose: (id) => !session.isRunning && choose(id, { onError: complain }),
      renew: () => latest.current.renew(),
    };
  }, [session, openSource, rate, choose]);

  return { acts, editing };
}

import { useCallback, useMemo, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { useActs } from '../acts/acts';
import type { Citation, OpenSource, Turn } from './types';

/** Which passage stands beside the answers, and how to walk from one to the next. */
export function useSource(turns: readonly Turn[]) {
  const { t } = useTranslation('chat');
  const [source, setSource] = useState<OpenSource>();
  const citation = useMemo(() => citationOf(turns, source), [turns, source]);
  const close = useCallback(() => setSource(undefined), []);
  const open = useCallback((turn: string, position: number) => setSource((before) => (
    before?.turn === turn && before.position === position ? undefined : { turn, position }
  )), []);

  const step = (by: 1 | -1) => {
    const turn = turns.find(({ key }) => key === source?.turn) ?? turns.findLast(({ citations }) => citations.length > 0);
    if (!turn) return;
    const at = turn.citations.findIndex(({ position }) => position === source?.position);
    const next = at < 0 ? (by > 0 ? 0 : turn.citations.length - 1) : (at + by + turn.citations.length) % turn.citations.length;
    setSource({ turn: turn.key, position: turn.citations[next]!.position });
  };

  useActs([
    { id: 'chat.source.next', label: t('source.next'), keys: ']', quiet: true, run: () => step(1) },
    { id: 'chat.source.previous', label: t('source.previous'), keys: '[', quiet: true, run: () => step(-1) },
  ]);

  return { source, citation, open, close, step };
}

function citationOf(turns: readonly Turn[], source: OpenSource | undefined): Citation | undefined {
  const turn = source && turns.find(({ key, messageId }) => key === source.turn || messageId === source.turn);
  return turn?.citations.find(({ position }) => position === source?.position);
}

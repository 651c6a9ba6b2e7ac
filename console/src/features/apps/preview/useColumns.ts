import { useCallback, useMemo, useState, useSyncExternalStore } from 'react';
import type { AppConfig } from '../../../ui/chat/appConfig';
import { modelRef } from '../editor/modelRef';
import { DraftRun } from './DraftRun';

/** A model and what it answered. */
export interface ModelColumn {
  key: number;
  /** `provider/model`; null for the draft's own. */
  model: string | null;
  runs: readonly DraftRun[];
}

/** As many answers stand beside one another as a browser takes streams from one host. */
export const mostColumns = 4;

let nextKey = 1;
const column = (model: string | null = null): ModelColumn => ({ key: nextKey++, model, runs: [] });

/** The same questions to several models, each with a conversation of its own. */
export function useColumns(app: string, config: AppConfig, count: number) {
  const [columns, setColumns] = useState<readonly ModelColumn[]>(() => Array.from({ length: count }, () => column()));
  const latest = useMemo(() => columns.flatMap(({ runs }) => runs.at(-1) ?? []), [columns]);
  const subscribe = useCallback((listener: () => void) => {
    const ends = latest.map((run) => run.subscribe(listener));
    return () => ends.forEach((end) => end());
  }, [latest]);
  const running = useSyncExternalStore(subscribe, () => latest.some((run) => run.isRunning));

  const ask = (query: string, inputs: Record<string, unknown>, goesOn: boolean) => setColumns((before) => before.map((one) => {
    const conversation = goesOn ? one.runs.findLast((run) => run.state().conversation)?.state().conversation : undefined;
    const model = one.model === null
      ? undefined
      : { ...modelRef(one.model), mode: 'chat', completion_params: config.model?.completion_params ?? {} };
    const run = new DraftRun(app, { query, inputs, conversation_id: conversation, model });
    return { ...one, runs: goesOn ? [...one.runs, run] : [run] };
  }));

  return {
    columns,
    running,
    ask,
    add: () => setColumns((before) => (before.length < mostColumns ? [...before, column()] : before)),
    remove: (key: number) => setColumns((before) => before.filter((one) => one.key !== key)),
    // What another model said is not this one's.
    setModel: (key: number, model: string | null) =>
      setColumns((before) => before.map((one) => (one.key === key ? { ...one, model, runs: [] } : one))),
    stop: () => latest.forEach((run) => void run.stop()),
    reset: () => setColumns((before) => before.map((one) => ({ ...one, runs: [] }))),
  };
}

export type Columns = ReturnType<typeof useColumns>;

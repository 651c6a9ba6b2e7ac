import { useEffect, useRef } from 'react';
import { api } from './client';
import { eventStream } from './eventStream';
import { useWorkspaceId } from './queries';
import type { LiveEvent } from './types';

type Listener = (event: LiveEvent) => void;

/** How long the stream stays open in a tab that nobody looks at. */
const hiddenPatience = 30_000;
const listeners = new Map<string, Set<Listener>>();
let streamId: string | undefined;
let opened: { workspace: string; abort: AbortController } | undefined;
let closing: ReturnType<typeof setTimeout> | undefined;

/**
 * Hears of changes under a topic (`jobs`, `apps`, `knowledge:{id}`) as long as the component is mounted; of none without one.
 * One stream per tab serves all. An event is a hint: ask the query again, or patch it with the event's data.
 */
export function useLive(topic: string | undefined, listener: Listener): void {
  const workspace = useWorkspaceId();
  const latest = useRef(listener);
  useEffect(() => {
    latest.current = listener;
  });
  useEffect(
    () => (topic === undefined ? undefined : listen(workspace, topic, (event) => latest.current(event))), [workspace, topic],
  );
}

function listen(workspace: string, topic: string, listener: Listener): () => void {
  if (opened && opened.workspace !== workspace) close();
  const known = listeners.get(topic);
  if (known) known.add(listener);
  else {
    listeners.set(topic, new Set([listener]));
    changeTopics({ add: [topic], remove: [] });
  }
  open(workspace);
  return () => {
    const left = listeners.get(topic);
    left?.delete(listener);
    if (left?.size !== 0) return;
    listeners.delete(topic);
    changeTopics({ add: [], remove: [topic] });
    if (listeners.size === 0) close();
  };
}

function open(workspace: string): void {
  if (opened || document.hidden) return;
  const abort = new AbortController();
  opened = { workspace, abort };
  void follow(workspace, abort.signal).finally(() => {
    if (opened?.abort === abort) opened = undefined;
  });
}

function close(): void {
  opened?.abort.abort();
  opened = undefined;
  streamId = undefined;
}

async function follow(workspace: string, signal: AbortSignal): Promise<void> {
  try {
    // Mounting several components at once would open with one topic and add the others by as many calls.
    await Promise.resolve();
    const inAddress = [...listeners.keys()];
    const path = `/api/v1/events?topics=${encodeURIComponent(inAddress.join(','))}`;
    for await (const { data } of eventStream(path, { signal, workspace })) {
      const event = JSON.parse(data) as LiveEvent;
      if (event.type === 'hello') {
        streamId = (event.data as { stream_id: string }).stream_id;
        // The server knows the topics of the address, also after a reconnect; what changed meanwhile it has to be told.
        const now = [...listeners.keys()];
        changeTopics({
          add: now.filter((topic) => !inAddress.includes(topic)),
          remove: inAddress.filter((topic) => !listeners.has(topic)),
        });
        continue;
      }
      for (const listener of listeners.get(event.topic) ?? []) listener(event);
    }
  } catch {
    // Refused, as after a sign-out. The pages still have their own reading; the next mount tries again.
  }
}

function changeTopics(change: { add: string[]; remove: string[] }): void {
  if (streamId === undefined || !opened || (change.add.length === 0 && change.remove.length === 0)) return;
  void api.post(`/api/v1/events/${streamId}/topics`, change, { workspace: opened.workspace }).catch(() => undefined);
}

document.addEventListener('visibilitychange', () => {
  clearTimeout(closing);
  if (document.hidden) {
    closing = setTimeout(close, hiddenPatience);
  } else if (listeners.size > 0) {
    const workspace = /^\/w\/([^/]+)/.exec(window.location.pathname)?.[1];
    if (workspace) open(workspace);
  }
});

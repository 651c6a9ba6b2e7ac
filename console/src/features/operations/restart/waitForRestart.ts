import { api } from '../../../api/client';
import { Problem } from '../../../api/problem';
import type { System } from '../../../api/types';

const pause = 1000;
const atMost = 120;

/** Waits until the platform answers again and is another process than before; after two minutes it throws `client.not_back`. */
export async function waitForRestart(before: string, signal: AbortSignal): Promise<System> {
  for (let tries = 0; tries < atMost && !signal.aborted; tries++) {
    const system = await askWhoAnswers(signal);
    if (system && system.started_at !== before) return system;
    await new Promise((resolve) => setTimeout(resolve, pause));
  }
  throw new Problem(0, { code: 'client.not_back' });
}

async function askWhoAnswers(signal: AbortSignal): Promise<System | undefined> {
  try {
    const health = await fetch('/health', { signal });
    return health.ok ? await api.get<System>('/api/v1/system', { signal, workspace: null }) : undefined;
  } catch {
    // While it is away, calls fail in every way; that is what is waited for.
    return undefined;
  }
}

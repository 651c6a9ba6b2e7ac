/** The eight faces a state can have: each is one glyph, one word and one colour. */
export type State = 'waiting' | 'running' | 'succeeded' | 'degraded' | 'failed' | 'paused' | 'stopped' | 'off';

export const glyphs: Record<State, string> = {
  waiting: '○', running: '◐', succeeded: '✓', degraded: '!', failed: '✕', paused: '‖', stopped: '■', off: '–',
};

// The one mapping from every state of the API. A word of its own stands in common.json under `state.<api state>`.
const ofApi: Record<string, State> = {
  waiting: 'waiting', queued: 'waiting', pending: 'waiting', scheduled: 'waiting', invited: 'waiting', draft: 'waiting',
  running: 'running', parsing: 'running', cleaning: 'running', splitting: 'running', indexing: 'running', uploading: 'running',
  starting: 'running', retrying: 'running',
  succeeded: 'succeeded', completed: 'succeeded', ok: 'succeeded', healthy: 'succeeded', active: 'succeeded',
  enabled: 'succeeded', published: 'succeeded', available: 'succeeded', resolved: 'succeeded', connected: 'succeeded',
  degraded: 'degraded', 'partial-succeeded': 'degraded', partial: 'degraded', 'completed-with-warnings': 'degraded',
  cooling_down: 'degraded', restarting: 'degraded',
  failed: 'failed', error: 'failed', unhealthy: 'failed', failing: 'failed', down: 'failed', unavailable: 'failed', open: 'failed',
  paused: 'paused', suspended: 'paused', locked: 'paused',
  stopped: 'stopped', cancelled: 'stopped', canceled: 'stopped', expired: 'stopped', revoked: 'stopped',
  off: 'off', disabled: 'off', unknown: 'off', none: 'off', archived: 'off', skipped: 'off',
};

/** The face of an API state; what is not known yet is shown as off rather than as fine. */
export function stateOf(apiState: string): State {
  return ofApi[apiState.toLowerCase()] ?? 'off';
}

/** All API states that have a face. */
export const apiStates = Object.keys(ofApi);

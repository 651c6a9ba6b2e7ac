import type { State } from '../../../ui/states/state';
import type { StepStatus } from '../api/runTypes';

const faces: Record<StepStatus, State> = {
  pending: 'waiting', running: 'running', succeeded: 'succeeded', failed: 'failed', exception: 'degraded', stopped: 'stopped', paused: 'paused',
  retry: 'running',
};

/** The face of a step's state. */
export const faceOfStep = (status: StepStatus): State => faces[status] ?? 'off';

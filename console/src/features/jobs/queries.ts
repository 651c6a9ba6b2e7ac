import { pagesQuery } from '../../api/queries';
import type { Job } from './types';

export const jobsQuery = (ws: string, state: string) => pagesQuery<Job>(['jobs', ws, 'list', state], '/api/v1/jobs', { state });

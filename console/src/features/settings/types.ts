import type { components } from '../../api/schema.gen';

type Schemas = components['schemas'];

export type Session = Schemas['Session'];
export type HealthReport = Schemas['HealthReportView'];
export type UpdateMe = Schemas['UpdateMe'];

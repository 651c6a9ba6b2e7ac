import { queryOptions } from '@tanstack/react-query';
import { api } from '../../../api/client';
import { pagesQuery } from '../../../api/queries';
import type { components } from '../../../api/schema.gen';

type Schemas = components['schemas'];
export type Annotation = Schemas['Annotation'];
export type AnnotationHit = Schemas['AnnotationHit'];
export type AnnotationImport = Schemas['AnnotationImport'];
export type ImportFault = Schemas['ImportFault'];
export type ReplySettings = Schemas['AnnotationReplySettings'];
type Job = Schemas['Job'];

const everySecond = 1000;
const isOver = (state: string | undefined): boolean => state !== undefined && state !== 'waiting' && state !== 'running';

export const annotationsPath = (app: string) => `/api/v1/apps/${app}/annotations`;
export const replyPath = (app: string) => `/api/v1/apps/${app}/annotation-reply`;

export const annotationsKey = (ws: string, app: string) => ['apps', ws, 'annotations', app] as const;

export const annotationsQuery = (ws: string, app: string, keyword: string) =>
  pagesQuery<Annotation>([...annotationsKey(ws, app), keyword], annotationsPath(app), { keyword });

/** When an annotation was the answer, newest first. */
export const hitsQuery = (ws: string, app: string, annotation: string) =>
  pagesQuery<AnnotationHit>(['apps', ws, 'annotation-hits', annotation], `${annotationsPath(app)}/${annotation}/hits`);

/** Whether and when annotations are the answer. */
export const replyQuery = (ws: string, app: string) => queryOptions({
  queryKey: ['apps', ws, 'annotation-reply', app],
  queryFn: ({ signal }) => api.get<ReplySettings>(replyPath(app), { signal }),
});

/** A job, read every second until it is over. */
export const jobQuery = (ws: string, id: string | null | undefined) => queryOptions({
  queryKey: ['jobs', ws, 'job', id],
  queryFn: ({ signal }) => api.get<Job>(`/api/v1/jobs/${id}`, { signal }),
  enabled: Boolean(id),
  retry: false,
  refetchInterval: ({ state }) => (isOver(state.data?.state) || state.error ? false : everySecond),
});

/** An import, read every second until it is over. */
export const importQuery = (ws: string, app: string, begun: AnnotationImport) => queryOptions({
  queryKey: ['apps', ws, 'annotation-import', begun.id],
  queryFn: ({ signal }) => api.get<AnnotationImport>(`${annotationsPath(app)}/imports/${begun.id}`, { signal }),
  initialData: begun,
  initialDataUpdatedAt: 0,
  refetchInterval: ({ state }) => (isOver(state.data?.state) ? false : everySecond),
});

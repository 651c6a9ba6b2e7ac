import { queryOptions } from '@tanstack/react-query';
import { api } from '../../../api/client';
import { pagesQuery } from '../../../api/queries';
import type { Channel, Delivery, DeliveryDetail } from './types';

export const channelsPath = (app: string) => `/api/v1/apps/${app}/channels`;
export const channelPath = (app: string, channel: string) => `${channelsPath(app)}/${channel}`;

export const channelsKey = (ws: string, app: string) => ['apps', ws, 'channels', app] as const;

export const channelsQuery = (ws: string, app: string) => pagesQuery<Channel>(channelsKey(ws, app), channelsPath(app));

export const deliveriesKey = (ws: string, channel: string) => ['apps', ws, 'deliveries', channel] as const;

export const deliveriesQuery = (ws: string, app: string, channel: string) =>
  pagesQuery<Delivery>(deliveriesKey(ws, channel), `${channelPath(app, channel)}/deliveries`, { limit: 20 });

export const deliveryQuery = (ws: string, app: string, channel: string, delivery: string) => queryOptions({
  queryKey: [...deliveriesKey(ws, channel), delivery],
  queryFn: ({ signal }) => api.get<DeliveryDetail>(`${channelPath(app, channel)}/deliveries/${delivery}`, { signal }),
});

import { useMutation, useQueryClient } from '@tanstack/react-query';
import { useState } from 'react';
import { api } from '../../../api/client';
import { servicePath, servicesQuery } from '../queries';
import type { Service, ServiceAct } from '../types';

export interface AskedAct {
  name: string;
  act: Exclude<ServiceAct, 'start'>;
}

/** Starts at once; stopping and restarting are asked about first. */
export function useServiceActs() {
  const cache = useQueryClient();
  const [asked, setAsked] = useState<AskedAct>();
  const start = useMutation({
    mutationFn: ({ name }: Service) => api.post(`${servicePath(name)}/start`),
    onSettled: () => cache.invalidateQueries({ queryKey: servicesQuery.queryKey }),
  });
  const run = (service: Service, act: ServiceAct) => {
    if (!service.acts.includes(act)) return;
    if (act !== 'start') setAsked({ name: service.name, act });
    else if (!start.isPending) start.mutate(service);
  };
  return { run, asked, closeQuestion: () => setAsked(undefined), failure: start.error };
}

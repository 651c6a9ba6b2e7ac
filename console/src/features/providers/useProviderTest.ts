import { useMutation } from '@tanstack/react-query';
import { api } from '../../api/client';
import { providerPath } from './queries';
import type { ProviderTest } from './types';

/** A saved provider by its key, or what stands in a form and is not saved yet. */
export type TestSubject = { saved: string } | { kind: string; base_url?: string; api_key?: string };

/** Tries a provider and hears its own words. */
export function useProviderTest() {
  return useMutation({
    mutationFn: (subject: TestSubject) => ('saved' in subject
      ? api.post<ProviderTest>(`${providerPath(subject.saved)}/test`)
      : api.post<ProviderTest>('/api/v1/model-providers/test', subject)),
  });
}

export type ProviderTrial = ReturnType<typeof useProviderTest>;

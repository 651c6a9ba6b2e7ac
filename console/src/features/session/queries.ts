import { queryOptions } from '@tanstack/react-query';
import { api } from '../../api/client';
import { accessToken } from '../../api/session';
import type { Invitation, LoginAnswer } from '../../api/types';

/** Whether the refresh cookie of an earlier visit still signs in. */
export const sessionQuery = queryOptions({
  queryKey: ['session'],
  queryFn: async () => (await accessToken()) !== undefined,
  staleTime: 0,
  retry: false,
});

export const invitationQuery = (token: string) => queryOptions({
  queryKey: ['invitation', token],
  queryFn: ({ signal }) => api.get<Invitation>(`/api/v1/invitations/${encodeURIComponent(token)}`, { signal, workspace: null }),
  retry: false,
});

/** Accepts an invitation; the answer signs in when the account is new. */
export const acceptInvitation = (token: string, account?: { name: string; email: string; password: string }) =>
  api.post<LoginAnswer | undefined>(`/api/v1/invitations/${encodeURIComponent(token)}/accept`, account, { workspace: null });

export const changePassword = (current: string, next: string) =>
  api.post('/api/v1/auth/password', { current_password: current, new_password: next }, { workspace: null });

export const resetPassword = (token: string, next: string) =>
  api.post('/api/v1/auth/password/reset', { token, new_password: next }, { workspace: null });

export const forgotPassword = (email: string) => api.post('/api/v1/auth/password/forgot', { email }, { workspace: null });

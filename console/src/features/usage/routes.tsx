import { page } from '../../ui/feature';

export const nav = ['usage'] as const;

export const routes = [{ path: 'usage', ...page(['usage', 'prices'], async () => (await import('./UsagePage')).UsagePage) }];

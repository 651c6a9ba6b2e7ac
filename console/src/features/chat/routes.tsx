import { page } from '../../ui/feature';

export const nav = ['chat'] as const;

// One page for all three, so that a conversation that has just got its address is not drawn anew:
// `chat`, `chat/{conversation}` and `chat/new/{app}`.
export const routes = [
  { path: 'chat/:conversation?/:app?', ...page(['chat', 'talk'], async () => (await import('./ChatPage')).ChatPage) },
];

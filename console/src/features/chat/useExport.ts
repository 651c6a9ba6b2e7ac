import { useTranslation } from 'react-i18next';
import { api } from '../../api/client';
import { problemText } from '../../api/problem';
import type { Page } from '../../api/types';
import type { Message } from '../../ui/chat/types';
import { saveBlob } from '../../ui/saveBlob';
import { toast } from '../../ui/toast/toast';
import type { Conversation } from './queries';

/** Hands a whole conversation to the browser as a Markdown file, or says why it cannot. */
export function useExport() {
  const { t } = useTranslation('talk');
  const { t: chat } = useTranslation('chat');
  return (conversation: Conversation) => void (async () => {
    try {
      const [messages, { conversationMarkdown }] = await Promise.all([
        allMessages(conversation.id), import('./conversationMarkdown'),
      ]);
      const name = conversation.name || chat('untitled');
      const text = conversationMarkdown({ name, app: conversation.app.name, messages }, t, chat);
      // What no file system takes.
      saveBlob(new Blob([text], { type: 'text/markdown' }), `${name.replace(/[\\/:*?"<>|\n]+/g, ' ').trim().slice(0, 80) || 'chat'}.md`);
    } catch (error) {
      toast(problemText(error), { tone: 'error' });
    }
  })();
}

async function allMessages(conversation: string): Promise<Message[]> {
  const messages: Message[] = [];
  let cursor: string | undefined;
  do {
    const page: Page<Message> = await api.get(`/api/v1/conversations/${conversation}/messages`, { query: { limit: 100, cursor } });
    messages.unshift(...page.data);
    cursor = page.next_cursor ?? undefined;
  } while (cursor !== undefined);
  return messages;
}

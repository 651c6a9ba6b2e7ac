import type { TFunction } from 'i18next';
import { listTime } from '../../ui/format';
import { placeOf } from '../../ui/chat/placeOf';
import type { Message } from '../../ui/chat/types';

interface Exported {
  name: string;
  app: string;
  /** Oldest first, as the branch is read. */
  messages: readonly Message[];
}

/** A conversation as a Markdown file: questions, answers as they were written, and their sources. */
export function conversationMarkdown({ name, app, messages }: Exported, t: TFunction<'talk'>, chat: TFunction<'chat'>): string {
  const parts = messages.flatMap((message) => [
    `## ${t('export.question')} · ${listTime(message.created_at)}`,
    message.query,
    ...(message.files?.length ? [t('export.files', { names: message.files.map((file) => file.name).join(t('files.and')) })] : []),
    `## ${t('export.answer')}`,
    message.answer || t('export.no_answer'),
    ...(message.citations.length > 0 ? [sourcesOf(message, chat)] : []),
  ]);
  return `${[`# ${name}`, `*${app}*`, ...parts].join('\n\n')}\n`;
}

function sourcesOf({ citations }: Message, t: TFunction<'chat'>): string {
  const lines = citations.map((citation) => `- [${citation.position}] ${citation.document_name} (${placeOf(citation, t)})`);
  return [`${t('source.all')}:`, ...lines].join('\n');
}

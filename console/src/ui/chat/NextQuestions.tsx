import { useQuery } from '@tanstack/react-query';
import { useTranslation } from 'react-i18next';
import { useIsPainted } from '../../api/firstPaint';
import { useChatBackend } from './ChatBackend';
import { Questions } from './Opening';
import { suggestedQuery } from './queries';

interface NextQuestionsProps {
  messageId: string;
  onAsk: (question: string) => void;
}

/** What could be asked after an answer. It comes when it comes; without it nothing is missing. */
export function NextQuestions({ messageId, onAsk }: NextQuestionsProps) {
  const { t } = useTranslation('talk');
  const backend = useChatBackend();
  const isPainted = useIsPainted();
  const { data = [] } = useQuery(suggestedQuery(backend, isPainted ? messageId : undefined));
  return data.length > 0 && <Questions questions={data} label={t('next.label')} onAsk={onAsk} />;
}

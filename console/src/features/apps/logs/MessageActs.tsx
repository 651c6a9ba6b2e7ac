import { useMutation, useQueryClient } from '@tanstack/react-query';
import { Button } from 'antd';
import { FlaskConical, MessageSquareQuote, ThumbsDown, ThumbsUp } from 'lucide-react';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { api } from '../../../api/client';
import { problemText } from '../../../api/problem';
import { useWorkspaceId } from '../../../api/queries';
import { PermissionButton } from '../../../ui/access/PermissionButton';
import { toast } from '../../../ui/toast/toast';
import { AddToSetDrawer } from './AddToSetDrawer';
import { AnnotateDrawer } from './AnnotateDrawer';
import { CommentDrawer } from './CommentDrawer';
import { logMessagesQuery, logsKey } from './queries';
import type { LogMessage } from './types';

interface MessageActsProps {
  app: string;
  conversation: string;
  entry: LogMessage;
}

/** What those who look after the app do with an answer: say what they think, write a better one, keep it as a test. */
export function MessageActs({ app, conversation, entry }: MessageActsProps) {
  const { t } = useTranslation('appLogs');
  const ws = useWorkspaceId();
  const cache = useQueryClient();
  const [open, setOpen] = useState<'annotate' | 'comment' | 'set'>();
  const { message, annotation_id: annotation, operator_feedback: said } = entry;
  const refresh = () => Promise.all([
    cache.invalidateQueries({ queryKey: logMessagesQuery(ws, app, conversation).queryKey }),
    cache.invalidateQueries({ queryKey: [...logsKey(ws, app), 'list'] }),
  ]);
  const rate = useMutation({
    mutationFn: (rating: 'like' | 'dislike' | null) =>
      api.put(`/api/v1/apps/${app}/messages/${message.id}/operator-feedback`, { rating, content: rating === null ? null : said?.content }),
    onSettled: refresh,
    onError: (error) => toast(problemText(error), { tone: 'error' }),
  });
  const pressed = (rating: 'like' | 'dislike') => said?.rating === rating;
  const close = () => setOpen(undefined);
  return (
    <div className="md-log-acts">
      {(['like', 'dislike'] as const).map((rating) => (
        <Button
          key={rating} size="small" type="text" aria-pressed={pressed(rating)} aria-label={t(`rate.${rating}`)} title={t(`rate.${rating}`)}
          icon={rating === 'like' ? <ThumbsUp size={14} /> : <ThumbsDown size={14} />} loading={rate.isPending && rate.variables === rating}
          onClick={() => rate.mutate(pressed(rating) ? null : rating)}
        />
      ))}
      {said && <Button size="small" type="text" onClick={() => setOpen('comment')}>{t(said.content ? 'comment.change' : 'comment')}</Button>}
      <PermissionButton
        size="small" type="text" permission="apps.update" icon={<MessageSquareQuote size={14} />} onClick={() => setOpen('annotate')}
      >
        {t(annotation ? 'annotate.change' : 'annotate')}
      </PermissionButton>
      <PermissionButton size="small" type="text" permission="apps.update" icon={<FlaskConical size={14} />} onClick={() => setOpen('set')}>
        {t('add_to_set')}
      </PermissionButton>
      <AnnotateDrawer app={app} entry={entry} open={open === 'annotate'} onClose={close} onDone={refresh} />
      <CommentDrawer app={app} entry={entry} open={open === 'comment'} onClose={close} onDone={refresh} />
      {open === 'set' && <AddToSetDrawer app={app} message={message.id} onClose={close} />}
    </div>
  );
}

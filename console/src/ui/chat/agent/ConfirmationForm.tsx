import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { problemText } from '../../../api/problem';
import { listTime } from '../../format';
import { PlainButton } from '../../form/PlainButton';
import { callsOf, useChatBackend } from '../ChatBackend';
import type { ToolQuestion } from './types';

/** Asks whether a tool may be called, in the place of the call. */
export function ConfirmationForm({ question }: { question: ToolQuestion }) {
  const { t, i18n } = useTranslation('agent');
  const backend = useChatBackend();
  const [reason, setReason] = useState('');
  const [always, setAlways] = useState(false);
  const [busy, setBusy] = useState<'allow' | 'refuse'>();
  const [error, setError] = useState<unknown>();
  const label = question.label[i18n.language === 'zh-CN' ? 'zh-CN' : 'en'];

  const answer = async (allow: boolean) => {
    setBusy(allow ? 'allow' : 'refuse');
    setError(undefined);
    try {
      await callsOf(backend).post(question.address, {
        allow, ...(allow ? { always } : reason.trim() && { reason: reason.trim() }),
      });
      // The stream says what became of it, and takes this form away.
    } catch (failure) {
      setError(failure);
      setBusy(undefined);
    }
  };

  return (
    <form
      className="md-trail-confirm" aria-label={t('confirm.title', { tool: label })}
      onSubmit={(event) => {
        event.preventDefault();
        void answer(true);
      }}
    >
      <p><span aria-hidden>{question.icon} </span><strong>{t('confirm.title', { tool: label })}</strong></p>
      <pre tabIndex={0}>{typeof question.input === 'string' ? question.input : JSON.stringify(question.input, null, 2)}</pre>
      <input
        className="md-trail-confirm-reason" value={reason} maxLength={1000} placeholder={t('confirm.reason')} aria-label={t('confirm.reason')}
        onChange={(event) => setReason(event.target.value)}
      />
      <label>
        <input type="checkbox" checked={always} onChange={(event) => setAlways(event.target.checked)} /> {t('confirm.always')}
      </label>
      <div className="md-trail-confirm-acts">
        <PlainButton type="submit" primary busy={busy === 'allow'} disabled={busy === 'refuse'}>{t('confirm.allow')}</PlainButton>
        <PlainButton busy={busy === 'refuse'} disabled={busy === 'allow'} onClick={() => void answer(false)}>{t('confirm.refuse')}</PlainButton>
        <span className="md-quiet">{t('confirm.until', { time: listTime(question.expires_at) })}</span>
      </div>
      {error !== undefined && <p className="md-trail-confirm-error" role="alert">✕ {problemText(error)}</p>}
    </form>
  );
}

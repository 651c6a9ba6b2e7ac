import { Button, Input } from 'antd';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { toast } from '../../../../../ui/toast/toast';
import { useForm } from '../../FormContext';
import { readCurl } from '../../logic/curl';

/** Fills in the form from a `curl` command. */
export function CurlImport() {
  const { t } = useTranslation('flowForms');
  const { data, onChange } = useForm();
  const [command, setCommand] = useState<string>();
  const [isWrong, setWrong] = useState(false);
  if (command === undefined) {
    return <button type="button" className="md-link" onClick={() => setCommand('')}>{t('curl.open')}</button>;
  }
  const take = () => {
    const request = readCurl(command);
    setWrong(!request);
    if (!request) return;
    const before = Object.fromEntries(['method', 'url', 'headers', 'params', 'body', 'authorization', 'ssl_verify'].map((field) => [field, data[field]]));
    onChange({ authorization: { type: 'no-auth', config: null }, ...request });
    setCommand(undefined);
    toast(t('curl.taken'), { action: { label: t('common:undo'), run: () => onChange(before) } });
  };
  return (
    <div className="md-nf-group">
      <Input.TextArea
        className="md-mono" autoFocus value={command} aria-label={t('curl.command')} placeholder="curl -X POST https://…"
        autoSize={{ minRows: 3, maxRows: 12 }} spellCheck={false}
        status={isWrong ? 'error' : undefined} onChange={(event) => setCommand(event.target.value)}
      />
      {isWrong && <p className="md-field-error" role="alert">✕ {t('curl.wrong')}</p>}
      <div className="md-nf-line">
        <Button size="small" type="primary" onClick={take}>{t('curl.take')}</Button>
        <Button size="small" onClick={() => setCommand(undefined)}>{t('common:cancel')}</Button>
      </div>
    </div>
  );
}

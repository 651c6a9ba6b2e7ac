import { Button, Form } from 'antd';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { api } from '../../../api/client';
import { sourcesPath } from './queries';
import { settingsOf, type SourceValues } from './sourceForm';
import { refusalText } from './sourceText';
import type { CheckSource, SourceCheck as Found } from './types';
import './sources.css';

/** Tries the settings of the form out and lists the first things that they lead to. */
export function SourceCheck({ base, source }: { base: string; source: string | undefined }) {
  const { t } = useTranslation('sources');
  const form = Form.useFormInstance<SourceValues>();
  const [isBusy, setBusy] = useState(false);
  const [found, setFound] = useState<Found>();
  const [failure, setFailure] = useState<unknown>();

  const check = async () => {
    const { kind, settings, secret_key } = form.getFieldsValue(true) as SourceValues;
    const wanted: CheckSource = {
      kind, settings: settingsOf({ kind, settings }), secret_key: secret_key || null, source_id: source ?? null,
    };
    setBusy(true);
    setFound(undefined);
    setFailure(undefined);
    try {
      setFound(await api.post<Found>(`${sourcesPath(base)}/check`, wanted));
    } catch (error) {
      setFailure(error);
    } finally {
      setBusy(false);
    }
  };
  return (
    <section className="md-source-check">
      <Button loading={isBusy} onClick={() => void check()}>{t('check')}</Button>
      {failure !== undefined && <p role="alert" className="md-source-error">{refusalText(failure)}</p>}
      {found && (
        <div role="status">
          <p>{found.items.length === 0 ? t('check.none') : t(found.more ? 'check.more' : 'check.all', { count: found.items.length })}</p>
          {found.items.length > 0 && (
            <ul>
              {found.items.map(({ key, name, error }) => (
                <li key={key}>
                  {name ?? key} {name !== null && name !== key && <code>{key}</code>}
                  {error && <span className="md-source-error"> {error}</span>}
                </li>
              ))}
            </ul>
          )}
        </div>
      )}
    </section>
  );
}

import { useQueryClient } from '@tanstack/react-query';
import { Button, Input, Segmented } from 'antd';
import { FileUp } from 'lucide-react';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { useNavigate } from 'react-router';
import { send } from '../../../api/client';
import { Problem } from '../../../api/problem';
import { useWorkspaceId } from '../../../api/queries';
import type { components } from '../../../api/schema.gen';
import { FailureNote } from '../../../ui/form/FailureNote';
import { Field } from '../../../ui/form/Field';
import { SidePanel } from '../../../ui/overlays/SidePanel';
import { appsKey } from '../queries';
import { DropArea } from './DropArea';
import { ImportOutcome } from './ImportOutcome';

export type ImportResult = components['schemas']['ImportResult'];

const ways = ['file', 'text', 'url'] as const;
type Way = (typeof ways)[number];

/** Makes an app of a YAML file: dropped, pasted, or fetched from an address. Says what will not work before it is opened. */
export function ImportDrawer({ onClose }: { onClose: () => void }) {
  const { t } = useTranslation('appList');
  const ws = useWorkspaceId();
  const navigate = useNavigate();
  const cache = useQueryClient();
  const [way, setWay] = useState<Way>('file');
  const [text, setText] = useState('');
  const [url, setUrl] = useState('');
  const [result, setResult] = useState<ImportResult>();
  const [sent, setSent] = useState('');
  const [failure, setFailure] = useState<unknown>();
  const [isBusy, setBusy] = useState(false);

  const take = async (yaml: string, confirm = false) => {
    setBusy(true);
    setFailure(undefined);
    setSent(yaml);
    try {
      const answer = await send('/api/v1/apps/import', {
        method: 'POST', body: yaml, headers: { 'Content-Type': 'application/yaml' },
        query: { confirm: confirm || undefined, url: way === 'url' ? url.trim() : undefined },
      });
      const done = (await answer.json()) as ImportResult;
      await cache.invalidateQueries({ queryKey: appsKey(ws) });
      // Nothing to read means nothing to wait for.
      if (done.app_id !== null && done.warnings.length === 0) return void navigate(`/w/${ws}/apps/${done.app_id}`);
      setResult(done);
    } catch (error) {
      setFailure(error);
    } finally {
      setBusy(false);
    }
  };

  return (
    <SidePanel title={t('import.title')} open onClose={onClose}>
      {result ? (
        <ImportOutcome
          result={result} isBusy={isBusy} failure={failure} onConfirm={() => void take(sent, true)}
          onOpen={(id) => void navigate(`/w/${ws}/apps/${id}`)} onBack={() => setResult(undefined)}
        />
      ) : (
        <form
          className="md-app-import"
          onSubmit={(event) => {
            event.preventDefault();
            void take(way === 'text' ? text : '');
          }}
        >
          <p className="md-soft">{t('import.text')}</p>
          <Segmented block value={way} onChange={setWay} options={ways.map((value) => ({ value, label: t(`import.way.${value}`) }))} />
          {way === 'file' && (
            <DropArea
              label={t('import.drop')} accept=".yml,.yaml,.json,application/yaml" icon={FileUp}
              onFile={(file) => void file.text().then((yaml) => take(yaml))}
            />
          )}
          {way === 'text' && (
            <Field label={t('import.paste')}>
              {(control) => (
                <Input.TextArea
                  {...control} autoFocus className="md-mono" value={text} autoSize={{ minRows: 10, maxRows: 20 }} spellCheck={false}
                  placeholder={'app:\n  name: …\nkind: app'} onChange={(event) => setText(event.target.value)}
                />
              )}
            </Field>
          )}
          {way === 'url' && (
            <Field label={t('import.url')} help={t('import.url.help')}>
              {(control) => (
                <Input {...control} autoFocus value={url} maxLength={2000} placeholder="https://" onChange={(event) => setUrl(event.target.value)} />
              )}
            </Field>
          )}
          <FailureNote error={failure} />
          {failure instanceof Problem && failure.detail && <p className="md-meta">{failure.detail}</p>}
          {way !== 'file' && (
            <div>
              <Button type="primary" htmlType="submit" loading={isBusy} disabled={(way === 'text' ? text : url).trim() === ''}>{t('import')}</Button>
            </div>
          )}
        </form>
      )}
    </SidePanel>
  );
}

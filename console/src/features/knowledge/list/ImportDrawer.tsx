import { useQuery, useQueryClient } from '@tanstack/react-query';
import { Button, Input } from 'antd';
import { useEffect, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { useNavigate } from 'react-router';
import { useWorkspaceId } from '../../../api/queries';
import { withQuery } from '../../../api/client';
import { upload } from '../../../api/upload';
import { bytes, percent } from '../../../ui/format';
import { Field } from '../../../ui/form/Field';
import { FailureNote } from '../../../ui/form/FailureNote';
import { SidePanel } from '../../../ui/overlays/SidePanel';
import { StateTag } from '../../../ui/states/StateTag';
import type { ImportStarted } from '../settings/types';
import { jobQuery } from './queries';
import './KnowledgeList.css';

/** Makes a base of an exported archive: sends it, then follows the job that reads it. */
export function ImportDrawer({ open, onClose }: { open: boolean; onClose: () => void }) {
  const { t } = useTranslation('bases');
  const [file, setFile] = useState<File>();
  const [input, setInput] = useState<HTMLInputElement | null>(null);
  const [name, setName] = useState('');
  const [sent, setSent] = useState<number>();
  const [failure, setFailure] = useState<unknown>();
  const [started, setStarted] = useState<ImportStarted>();

  const send = async () => {
    const form = new FormData();
    form.append('file', file!);
    setFailure(undefined);
    setSent(0);
    try {
      setStarted(await upload<ImportStarted>(
        withQuery('/api/v1/knowledge-bases/import', { name: name.trim() }), form, { onProgress: setSent },
      ));
    } catch (error) {
      setFailure(error);
    } finally {
      setSent(undefined);
    }
  };

  return (
    <SidePanel title={t('import')} open={open} onClose={onClose} width={480}>
      {started ? <Progress started={started} /> : (
        <form
          className="md-import"
          onSubmit={(event) => {
            event.preventDefault();
            void send();
          }}
        >
          <Field label={t('import.file')} help={file ? `${file.name} · ${bytes(file.size)}` : t('import.file.help')}>
            {(control) => (
              // The browser's own control speaks the browser's language and wears none of our colours.
              <span className="md-import-file">
                <Button tabIndex={-1} onClick={() => input?.click()}>{t(file ? 'import.other' : 'import.choose')}</Button>
                <input
                  {...control} ref={setInput} type="file" accept=".zip,application/zip" onChange={(event) => setFile(event.target.files?.[0])}
                />
              </span>
            )}
          </Field>
          <Field label={t('knowledge:field.name')} help={t('import.name.help')} optional>
            {(control) => <Input {...control} maxLength={100} value={name} onChange={(event) => setName(event.target.value)} />}
          </Field>
          <FailureNote error={failure} />
          {sent !== undefined && <p className="md-meta" role="status">{t('knowledge:upload.sending', { percent: percent(sent) })}</p>}
          <Button type="primary" htmlType="submit" disabled={!file} loading={sent !== undefined}>{t('import.submit')}</Button>
        </form>
      )}
    </SidePanel>
  );
}

function Progress({ started }: { started: ImportStarted }) {
  const { t } = useTranslation('bases');
  const ws = useWorkspaceId();
  const navigate = useNavigate();
  const cache = useQueryClient();
  const { data: job, error } = useQuery(jobQuery(ws, started.job_id));
  const state = job?.state;
  useEffect(() => {
    if (state === 'succeeded') void cache.invalidateQueries({ queryKey: ['knowledge', ws, 'bases'] });
  }, [state, cache, ws]);

  return (
    <div className="md-import" role="status">
      <p>{t('import.started')}</p>
      {job && <p><StateTag state={job.state} /> <span className="md-num">{percent(job.progress)}</span> <span className="md-meta">{job.fact}</span></p>}
      {job?.error && <p role="alert" className="md-refused">{job.error}</p>}
      {error !== null && <p className="md-meta">{t('import.unseen')}</p>}
      {state === 'succeeded' && (
        <Button type="primary" autoFocus onClick={() => void navigate(`/w/${ws}/knowledge/${started.knowledge_base_id}`)}>{t('import.open')}</Button>
      )}
    </div>
  );
}

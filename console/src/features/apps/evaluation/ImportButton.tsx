import { Button, Modal } from 'antd';
import { Upload } from 'lucide-react';
import { useRef, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { api } from '../../../api/client';
import { Problem, problemText } from '../../../api/problem';
import { toast } from '../../../ui/toast/toast';
import { setsPath } from './queries';

interface ImportButtonProps {
  app: string;
  set: string;
  onDone: () => unknown;
}

/** Takes in a table of cases, all of it or nothing; rows at fault are named. */
export function ImportButton({ app, set, onDone }: ImportButtonProps) {
  const { t } = useTranslation('appEvaluation');
  const file = useRef<HTMLInputElement>(null);
  const [busy, setBusy] = useState(false);
  const [failure, setFailure] = useState<unknown>();
  const take = async (chosen: File) => {
    setBusy(true);
    try {
      const form = new FormData();
      form.append('file', chosen);
      const { added } = await api.post<{ added: number }>(`${setsPath(app)}/${set}/import`, form);
      await onDone();
      toast(t('import.done', { count: added }));
    } catch (error) {
      setFailure(error);
    } finally {
      setBusy(false);
      if (file.current) file.current.value = '';
    }
  };
  return (
    <>
      <Button size="small" icon={<Upload size={14} />} loading={busy} title={t('import.text')} onClick={() => file.current?.click()}>{t('import')}</Button>
      <input
        ref={file} type="file" hidden accept=".csv,.tsv,.txt,text/csv" aria-label={t('import')}
        onChange={({ target: { files } }) => files?.[0] && void take(files[0])}
      />
      <Modal open={failure !== undefined} onCancel={() => setFailure(undefined)} title={t('import.refused')} width={420} mask={{ blur: false }} footer={null}>
        <p role="alert">{problemText(failure)}</p>
        <Faults problem={failure} />
        <p className="md-soft">{t('import.text')}</p>
      </Modal>
    </>
  );
}

function Faults({ problem }: { problem: unknown }) {
  const { t } = useTranslation('appEvaluation');
  const faults = problem instanceof Problem ? problem.extensions['faults'] as { row: number; reason: string }[] | undefined : undefined;
  if (!faults) return null;
  return <ul className="md-import-faults">{faults.map(({ row, reason }) => <li key={row}>{t('import.row', { row })}: {reason}</li>)}</ul>;
}

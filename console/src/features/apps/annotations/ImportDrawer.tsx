import { useQuery } from '@tanstack/react-query';
import { Button } from 'antd';
import { FileUp } from 'lucide-react';
import { useEffect, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { api } from '../../../api/client';
import { useWorkspaceId } from '../../../api/queries';
import { FailureNote } from '../../../ui/form/FailureNote';
import { count, percent } from '../../../ui/format';
import { SidePanel } from '../../../ui/overlays/SidePanel';
import { StateTag } from '../../../ui/states/StateTag';
import { DropArea } from '../list/DropArea';
import { annotationsPath, importQuery, type AnnotationImport, type ImportFault } from './queries';

interface ImportDrawerProps {
  app: string;
  onClose: () => void;
  onDone: () => Promise<unknown>;
}

interface Checked {
  total: number;
  fault_count: number;
  faults: ImportFault[];
}

/** Takes a table of questions and answers in: looked at first, written when somebody says so. */
export function ImportDrawer({ app, onClose, onDone }: ImportDrawerProps) {
  const { t } = useTranslation('annotations');
  const [file, setFile] = useState<File>();
  const [checked, setChecked] = useState<Checked>();
  const [begun, setBegun] = useState<AnnotationImport>();
  const [failure, setFailure] = useState<unknown>();
  const [isBusy, setBusy] = useState(false);

  const post = async <T,>(chosen: File, path: string): Promise<T | undefined> => {
    const form = new FormData();
    form.append('file', chosen);
    setBusy(true);
    setFailure(undefined);
    try {
      return await api.post<T>(`${annotationsPath(app)}/${path}`, form);
    } catch (error) {
      setFailure(error);
      return undefined;
    } finally {
      setBusy(false);
    }
  };
  const choose = async (chosen: File) => {
    setFile(chosen);
    setChecked(undefined);
    setChecked(await post<Checked>(chosen, 'import/check'));
  };

  return (
    <SidePanel title={t('import.title')} open onClose={onClose}>
      <div className="md-annotation-panel">
        {begun ? <Progress app={app} begun={begun} onDone={onDone} /> : (
          <>
            <p className="md-soft">{t('import.text')}</p>
            <DropArea accept=".csv,.tsv,.txt,text/csv" icon={FileUp} label={file ? file.name : t('import.drop')} onFile={(next) => void choose(next)} />
            <FailureNote error={failure} />
            {checked && <Findings checked={checked} />}
            <div>
              <Button
                type="primary" loading={isBusy} disabled={!file || !checked || checked.total === 0}
                onClick={() => void post<AnnotationImport>(file!, 'import').then(setBegun)}
              >
                {checked ? t('import.write', { count: checked.total, shown: count(checked.total) }) : t('import')}
              </Button>
            </div>
          </>
        )}
      </div>
    </SidePanel>
  );
}

function Findings({ checked: { total, fault_count, faults } }: { checked: Checked }) {
  const { t } = useTranslation('annotations');
  return (
    <div role="status">
      <p>
        {t('import.found', { count: total, shown: count(total) })}
        {fault_count > 0 && <span className="md-build-warn"> ! {t('import.left_out', { count: fault_count, shown: count(fault_count) })}</span>}
      </p>
      <Faults faults={faults} />
    </div>
  );
}

function Faults({ faults }: { faults: readonly ImportFault[] }) {
  const { t } = useTranslation('annotations');
  if (faults.length === 0) return null;
  return (
    <ul className="md-annotation-faults">
      {faults.map(({ row, reason }) => <li key={row}><span className="md-num">{t('import.row', { row })}</span> {reason}</li>)}
    </ul>
  );
}

function Progress({ app, begun, onDone }: { app: string; begun: AnnotationImport; onDone: () => Promise<unknown> }) {
  const { t } = useTranslation('annotations');
  const { data } = useQuery(importQuery(useWorkspaceId(), app, begun));
  const { state, total, written, faults, error } = data;
  const isOver = state !== 'waiting' && state !== 'running';
  useEffect(() => {
    if (isOver) void onDone();
    // Once, when it ends: the list is another one then.
    // eslint-disable-next-line react-hooks/exhaustive-deps
  }, [isOver]);
  return (
    <div role="status" className="md-annotation-panel">
      <p>
        <StateTag state={state} /> <span className="md-num">{t('import.written', { written: count(written), total: count(total) })}</span>
      </p>
      {!isOver && <><progress max={total} value={written} aria-label={percent(written / total)} /><p className="md-meta">{t('import.leave')}</p></>}
      {error && <p role="alert" className="md-field-error">{error}</p>}
      <Faults faults={faults} />
    </div>
  );
}

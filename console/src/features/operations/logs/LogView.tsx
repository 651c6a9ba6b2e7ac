import { ArrowDown, Download, Pause, Play } from 'lucide-react';
import { useMemo, useState, useSyncExternalStore, type ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import { useActs } from '../../../ui/acts/acts';
import { CodeBlock } from '../../../ui/copy/CodeBlock';
import { ErrorFace } from '../../../ui/faces/ErrorFace';
import { Face } from '../../../ui/faces/Face';
import { NoMatch } from '../../../ui/faces/NoMatch';
import { Loading } from '../../../ui/faces/Loading';
import { FailureNote } from '../../../ui/form/FailureNote';
import { count } from '../../../ui/format';
import { saveBlob } from '../../../ui/saveBlob';
import { FilterInput } from '../../../ui/table/FilterInput';
import { useUrlState } from '../../../ui/table/useUrlState';
import { LogLines, rowHeight } from './LogLines';
import { LogTail } from './LogTail';
import { useFollowing } from './useFollowing';

interface LogViewProps {
  service: string;
  /** Where another log is chosen. */
  choice: ReactNode;
}

/** The log of one service as it is written. */
export function LogView({ service, choice }: LogViewProps) {
  const { t } = useTranslation('operations');
  const [q, setQ] = useUrlState('q');
  const [tail] = useState(() => new LogTail(service));
  const { lines, first, state, error, command } = useSyncExternalStore(tail.subscribe, tail.get);
  const shown = useMemo(() => {
    const words = q.toLowerCase();
    return words === '' ? lines : lines.filter((line) => line.toLowerCase().includes(words));
  }, [lines, q]);
  const { area, onScroll, isFollowing, fresh, follow, pause } = useFollowing(q === '' ? first : 0, shown.length, rowHeight);
  const toggle = isFollowing ? pause : follow;
  useActs([{ id: 'logs.follow', label: t(isFollowing ? 'logs.pause' : 'logs.follow'), keys: 'f', group: 'object', run: toggle }]);

  if (command !== undefined || state === 'failed') {
    return (
      <div className="md-log-view">
        <div className="md-toolbar">{choice}</div>
        {command === undefined
          ? <ErrorFace error={error} />
          : <Face title={t('logs.elsewhere', { service })}><p>{t('log.elsewhere')}</p><CodeBlock code={command} /></Face>}
      </div>
    );
  }
  const save = () => saveBlob(new Blob([`${shown.join('\n')}\n`], { type: 'text/plain' }), `${service}.log`);
  return (
    <div className="md-log-view">
      <div className="md-toolbar">
        {choice}
        <FilterInput value={q} onChange={setQ} placeholder={t('logs.filter')} />
        <span className="md-meta md-num">{q ? t('logs.found', { shown: count(shown.length), value: count(lines.length) }) : t('logs.kept', { value: count(lines.length) })}</span>
        {state === 'reconnecting' && <span className="md-meta" role="status">{t('logs.reconnecting')}</span>}
        <span className="md-log-tools">
          <button type="button" className="md-icon-button" aria-pressed={isFollowing} aria-label={t('logs.follow')} title={t(isFollowing ? 'logs.pause' : 'logs.follow')} onClick={toggle}>
            {isFollowing ? <Pause size={15} /> : <Play size={15} />}
          </button>
          <button type="button" className="md-icon-button" aria-label={t('logs.save')} title={t('logs.save')} onClick={save}><Download size={15} /></button>
        </span>
      </div>
      {error !== undefined && <div className="md-section"><FailureNote error={error} /></div>}
      {state === 'reading' && <Loading />}
      {state !== 'reading' && lines.length === 0 && <p className="md-section md-quiet">{t('logs.quiet')}</p>}
      {lines.length > 0 && shown.length === 0 && <NoMatch onClear={() => setQ('')} />}
      {shown.length > 0 && <LogLines lines={shown} first={q === '' ? first : 0} area={area} onScroll={onScroll} />}
      {!isFollowing && (
        <button type="button" className="md-log-fresh" onClick={follow}><ArrowDown size={14} />{fresh > 0 ? t('logs.fresh', { count: fresh }) : t('logs.to_end')}</button>
      )}
    </div>
  );
}

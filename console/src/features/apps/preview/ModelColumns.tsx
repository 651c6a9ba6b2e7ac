import { Button } from 'antd';
import { Plus, X } from 'lucide-react';
import { useTranslation } from 'react-i18next';
import { ModelSelect } from '../../../ui/models/ModelSelect';
import { RunView } from './RunView';
import { mostColumns, type Columns } from './useColumns';
import './preview.css';

interface ModelColumnsProps {
  columns: Columns;
  /** Each question stands above its answer. */
  showsQuestions: boolean;
  /** Several models are compared: each column has its choice. */
  isComparing: boolean;
  empty: string;
}

/** Answers side by side, each under its model. */
export function ModelColumns({ columns, showsQuestions, isComparing, empty }: ModelColumnsProps) {
  const { t } = useTranslation('appEditor');
  return (
    <div className="md-model-columns">
      {columns.columns.map(({ key, model, runs }, at) => (
        <section key={key} aria-label={t('compare.column', { number: at + 1 })}>
          {isComparing && (
            <div className="md-model-head">
              <ModelSelect
                id={`compare-${key}`} type="llm" value={model} placeholder={t('compare.own')} disabled={columns.running}
                onChange={(next) => columns.setModel(key, next)}
              />
              {columns.columns.length > 2 && (
                <button
                  type="button" className="md-icon-button" aria-label={t('compare.remove', { number: at + 1 })}
                  onClick={() => columns.remove(key)}
                >
                  <X size={14} />
                </button>
              )}
            </div>
          )}
          {runs.length === 0 && <p className="md-quiet">{empty}</p>}
          {runs.map((run, number) => <RunView key={number} run={run} showsQuestion={showsQuestions} />)}
        </section>
      ))}
      {isComparing && columns.columns.length < mostColumns && (
        <Button icon={<Plus size={14} />} disabled={columns.running} onClick={columns.add}>{t('compare.add')}</Button>
      )}
    </div>
  );
}

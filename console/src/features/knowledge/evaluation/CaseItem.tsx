import { useQueryClient } from '@tanstack/react-query';
import { Pencil, Trash2 } from 'lucide-react';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { Link } from 'react-router';
import { api } from '../../../api/client';
import { useCan, useWorkspaceId } from '../../../api/queries';
import { ConfirmDestructive } from '../../../ui/overlays/ConfirmDestructive';
import { CaseForm } from './CaseForm';
import { casesPath, casesQuery } from './queries';
import type { TestCase } from './types';

/** One case of the list. */
export function CaseItem({ base, testCase }: { base: string; testCase: TestCase }) {
  const { t } = useTranslation('hitTesting');
  const ws = useWorkspaceId();
  const cache = useQueryClient();
  const mayChange = useCan('knowledge.update');
  const [isEditing, setEditing] = useState(false);
  const [isAsking, setAsking] = useState(false);
  const changed = () => cache.invalidateQueries({ queryKey: casesQuery(ws, base).queryKey });
  const { id, query, expected } = testCase;

  if (isEditing) {
    return (
      <li>
        <CaseForm
          testCase={testCase} onCancel={() => setEditing(false)}
          onSave={async (one) => {
            await api.put(`${casesPath(base)}/${id}`, one);
            await changed();
            setEditing(false);
          }}
        />
      </li>
    );
  }
  return (
    <li>
      <div className="md-case-head">
        <strong>{query}</strong>
        {mayChange && (
          <>
            <button type="button" className="md-icon-button" aria-label={t('case.edit_of', { query })} onClick={() => setEditing(true)}><Pencil size={14} /></button>
            <button type="button" className="md-icon-button" aria-label={t('case.delete_of', { query })} onClick={() => setAsking(true)}><Trash2 size={14} /></button>
          </>
        )}
      </div>
      <ul className="md-case-expected">
        {expected.map(({ document_id: document, quote }, at) => (
          <li key={at}>
            <span>{quote || t('case.any_passage')}</span>
            <Link to={`/w/${ws}/knowledge/${base}/documents/${document}`}>{t('case.document')}</Link>
          </li>
        ))}
      </ul>
      <ConfirmDestructive
        open={isAsking} onClose={() => setAsking(false)} title={t('case.delete', { query })} consequence={t('case.delete.text')}
        verb={t('common:delete')}
        onConfirm={async () => {
          await api.delete(`${casesPath(base)}/${id}`);
          await changed();
        }}
      />
    </li>
  );
}

import { Button, Input } from 'antd';
import { X } from 'lucide-react';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { FailureNote } from '../../../ui/form/FailureNote';
import { Field } from '../../../ui/form/Field';
import type { SaveTestCase, TestCase } from './types';

interface CaseFormProps {
  testCase: TestCase;
  onCancel: () => void;
  onSave: (testCase: SaveTestCase) => Promise<unknown>;
}

/** Changes a case: its question, the words of what ought to be found, and what no longer ought to be. */
export function CaseForm({ testCase, onCancel, onSave }: CaseFormProps) {
  const { t } = useTranslation(['knowledge', 'hitTesting']);
  const [query, setQuery] = useState(testCase.query);
  const [expected, setExpected] = useState(testCase.expected);
  const [isBusy, setBusy] = useState(false);
  const [failure, setFailure] = useState<unknown>();
  const isReady = query.trim() !== '' && expected.length > 0;

  const save = async () => {
    setBusy(true);
    setFailure(undefined);
    try {
      await onSave({ query: query.trim(), expected });
    } catch (error) {
      setFailure(error);
      setBusy(false);
    }
  };
  return (
    <form
      className="md-case-form"
      onSubmit={(event) => {
        event.preventDefault();
        if (isReady) void save();
      }}
    >
      <Field label={t('hits.question')}>
        {(control) => (
          <Input.TextArea {...control} value={query} maxLength={4000} autoSize={{ minRows: 1, maxRows: 6 }} autoFocus onChange={(event) => setQuery(event.target.value)} />
        )}
      </Field>
      {expected.map((passage, at) => (
        <div key={at} className="md-case-passage">
          <Input.TextArea
            value={passage.quote} maxLength={8000} autoSize={{ minRows: 1, maxRows: 6 }} aria-label={t('hitTesting:case.passage', { number: at + 1 })}
            placeholder={t('hitTesting:case.any_passage')}
            onChange={(event) => setExpected(expected.with(at, { ...passage, quote: event.target.value }))}
          />
          <button
            type="button" className="md-icon-button" aria-label={t('hitTesting:case.passage.remove', { number: at + 1 })}
            onClick={() => setExpected(expected.toSpliced(at, 1))}
          >
            <X size={14} />
          </button>
        </div>
      ))}
      {expected.length === 0 && <p className="md-hit-refused">{t('hitTesting:case.passage.needed')}</p>}
      <FailureNote error={failure} />
      <div className="md-case-buttons">
        <Button size="small" onClick={onCancel}>{t('common:cancel')}</Button>
        <Button size="small" type="primary" htmlType="submit" loading={isBusy} disabled={!isReady}>{t('common:save')}</Button>
      </div>
    </form>
  );
}

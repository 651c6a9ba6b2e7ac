import { Button, Input } from 'antd';
import type { KeyboardEvent } from 'react';
import { useTranslation } from 'react-i18next';
import { problemText } from '../../../api/problem';
import type { Editing } from './useEditing';

/** The question in its cell, to be changed. Esc leaves, ⌘↵ saves. */
export function EditQuestion({ editing }: { editing: Editing }) {
  const { t } = useTranslation('annotations');
  return (
    <div className="md-annotation-edit">
      <Input.TextArea
        autoFocus value={editing.draft?.question} maxLength={2000} autoSize={{ minRows: 2, maxRows: 8 }} aria-label={t('question')}
        onChange={(event) => editing.change({ question: event.target.value })} onKeyDown={keysOf(editing)}
      />
    </div>
  );
}

/** The answer in its cell, with what ends the change. */
export function EditAnswer({ editing }: { editing: Editing }) {
  const { t } = useTranslation('annotations');
  return (
    <div className="md-annotation-edit">
      <Input.TextArea
        value={editing.draft?.answer} maxLength={20_000} autoSize={{ minRows: 2, maxRows: 12 }} aria-label={t('answer')}
        onChange={(event) => editing.change({ answer: event.target.value })} onKeyDown={keysOf(editing)}
      />
      {editing.error !== undefined && <p role="alert" className="md-field-error">{problemText(editing.error)}</p>}
      <div>
        <Button size="small" type="primary" loading={editing.isSaving} onClick={editing.save}>{t('common:save')}</Button>
        <Button size="small" onClick={editing.leave}>{t('common:cancel')}</Button>
      </div>
    </div>
  );
}

const keysOf = (editing: Editing) => (event: KeyboardEvent) => {
  if (event.nativeEvent.isComposing) return;
  if (event.key === 'Escape') editing.leave();
  if (event.key === 'Enter' && (event.metaKey || event.ctrlKey)) editing.save();
};

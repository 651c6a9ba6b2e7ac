import { useId, type ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import './Field.css';

interface FieldProps {
  label: string;
  /** Gets the ids that tie the control to its label, help and error. */
  children: (control: { id: string; 'aria-describedby': string | undefined; 'aria-invalid': boolean }) => ReactNode;
  help?: ReactNode;
  error?: string;
  optional?: boolean;
}

/** Label above, help below, error in its place: for forms without Ant Design's `Form`, which the sign-in page does not load. */
export function Field({ label, children, help, error, optional = false }: FieldProps) {
  const { t } = useTranslation();
  const id = useId();
  const noteId = `${id}note`;
  const noted = help !== undefined || error !== undefined;
  return (
    <div className="md-field">
      <label htmlFor={id}>{label}{optional && <span className="md-quiet"> {t('optional')}</span>}</label>
      {children({ id, 'aria-describedby': noted ? noteId : undefined, 'aria-invalid': error !== undefined })}
      {noted && <div id={noteId} className={error ? 'md-field-error' : 'md-field-help'}>{error ?? help}</div>}
    </div>
  );
}

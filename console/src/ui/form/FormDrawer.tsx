import { Button, Form, type FormInstance } from 'antd';
import { useState, type ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import { Problem } from '../../api/problem';
import { SidePanel } from '../overlays/SidePanel';
import { FailureNote } from './FailureNote';
import { fieldErrors } from './fieldErrors';
import './FormDrawer.css';

interface FormDrawerProps<T> {
  title: string;
  open: boolean;
  onClose: () => void;
  /** The verb on the primary button. */
  submitLabel: string;
  /** Saves; a `Problem` is shown at its fields and above the buttons. The drawer closes by itself when it succeeds. */
  onSubmit: (values: T) => Promise<unknown>;
  initialValues?: Partial<T>;
  /** `Form.Item`s whose names are the names in the API, so that refusals find their field. */
  children: ReactNode | ((form: FormInstance<T>) => ReactNode);
  width?: 480 | 560 | 720;
}

/** Creating or editing beside a list. Leaving with changes asks once. */
export function FormDrawer<T extends object>(props: FormDrawerProps<T>) {
  const { title, open, onClose, width } = props;
  const { t } = useTranslation();
  const [dirty, setDirty] = useState(false);
  const [asking, setAsking] = useState(false);

  const leave = () => {
    setDirty(false);
    setAsking(false);
    onClose();
  };
  const askToLeave = () => (dirty && !asking ? setAsking(true) : leave());

  return (
    <SidePanel title={title} open={open} onClose={askToLeave} width={width}>
      {asking && (
        <div className="md-form-leave" role="alert">
          <span>{t('form.unsaved')}</span>
          <Button size="small" onClick={() => setAsking(false)}>{t('form.stay')}</Button>
          <Button size="small" danger onClick={leave}>{t('form.discard')}</Button>
        </div>
      )}
      <DrawerForm {...props} onClose={askToLeave} onDone={leave} onDirty={() => setDirty(true)} />
    </SidePanel>
  );
}

type DrawerFormProps<T> = FormDrawerProps<T> & { onDone: () => void; onDirty: () => void };

function DrawerForm<T extends object>(props: DrawerFormProps<T>) {
  const { submitLabel, onSubmit, initialValues, children, onClose, onDone, onDirty } = props;
  const { t } = useTranslation();
  const [form] = Form.useForm<T>();
  const [busy, setBusy] = useState(false);
  const [failure, setFailure] = useState<unknown>();

  const submit = async (values: T) => {
    setBusy(true);
    setFailure(undefined);
    try {
      await onSubmit(values);
      onDone();
    } catch (error) {
      setFailure(error);
      if (error instanceof Problem) markFields(form, error);
    } finally {
      setBusy(false);
    }
  };

  return (
    <Form<T>
      form={form}
      layout="vertical"
      requiredMark={(label, { required }) => (required ? label : <>{label}<span className="md-quiet">&ensp;{t('optional')}</span></>)}
      validateTrigger="onBlur"
      initialValues={initialValues as T | undefined}
      onFinish={(values) => void submit(values)}
      onValuesChange={onDirty}
      scrollToFirstError={{ focus: true }}
    >
      {typeof children === 'function' ? children(form) : children}
      <FailureNote error={failure} />
      <div className="md-form-buttons">
        <Button onClick={onClose}>{t('cancel')}</Button>
        <Button type="primary" htmlType="submit" loading={busy}>{submitLabel}</Button>
      </div>
    </Form>
  );
}

function markFields<T extends object>(form: FormInstance<T>, problem: Problem): void {
  const fields = fieldErrors(problem);
  if (fields.length === 0) return;
  form.setFields(fields as Parameters<typeof form.setFields>[0]);
  const first = fields[0]!.name as Parameters<typeof form.scrollToField>[0];
  form.scrollToField(first, { focus: true });
}

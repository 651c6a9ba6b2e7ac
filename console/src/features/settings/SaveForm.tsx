import { Button, Form } from 'antd';
import { useState, type ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import { Problem } from '../../api/problem';
import { FailureNote } from '../../ui/form/FailureNote';
import { fieldErrors } from '../../ui/form/fieldErrors';
import { toast } from '../../ui/toast/toast';

interface SaveFormProps<T> {
  initialValues: Partial<T>;
  onSubmit: (values: T) => Promise<unknown>;
  submitLabel: string;
  /** What the toast says when it is done. */
  done: string;
  children: ReactNode;
  disabled?: boolean;
  /** Empties the fields when it is done. */
  clears?: boolean;
}

/** A form on the page itself: refusals at their fields, the button shows that it works. */
export function SaveForm<T extends object>(props: SaveFormProps<T>) {
  const { initialValues, onSubmit, submitLabel, done, children, disabled, clears } = props;
  const { t } = useTranslation();
  const [form] = Form.useForm<T>();
  const [isBusy, setBusy] = useState(false);
  const [failure, setFailure] = useState<unknown>();

  const submit = async (values: T) => {
    setBusy(true);
    setFailure(undefined);
    try {
      await onSubmit(values);
      toast(done);
      if (clears) form.resetFields();
    } catch (error) {
      setFailure(error);
      if (error instanceof Problem) form.setFields(fieldErrors(error) as Parameters<typeof form.setFields>[0]);
    } finally {
      setBusy(false);
    }
  };
  return (
    <Form<T>
      form={form} layout="vertical" requiredMark={false} disabled={disabled} validateTrigger="onBlur"
      validateMessages={{ required: t('form.required', { field: '${label}' }) }}
      initialValues={initialValues as T} onFinish={(values) => void submit(values)}
    >
      {children}
      <FailureNote error={failure} />
      {!disabled && <Button htmlType="submit" loading={isBusy}>{submitLabel}</Button>}
    </Form>
  );
}

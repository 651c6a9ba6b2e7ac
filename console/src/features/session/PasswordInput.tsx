import { useState, type InputHTMLAttributes } from 'react';
import { useTranslation } from 'react-i18next';
import { PlainInput } from '../../ui/form/PlainInput';

/** A password that can be looked at. */
export function PasswordInput(props: InputHTMLAttributes<HTMLInputElement>) {
  const { t } = useTranslation('session');
  const [shown, setShown] = useState(false);
  return (
    <PlainInput
      {...props}
      type={shown ? 'text' : 'password'}
      spellCheck={false}
      autoCapitalize="off"
      suffix={(
        <button type="button" className="md-link" aria-pressed={shown} onClick={() => setShown(!shown)}>
          {shown ? t('password.hide') : t('password.show')}
        </button>
      )}
    />
  );
}

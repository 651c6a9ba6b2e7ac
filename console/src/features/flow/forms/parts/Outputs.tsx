import { useTranslation } from 'react-i18next';
import { copyText } from '../../../../ui/copy/copyText';
import { toast } from '../../../../ui/toast/toast';
import { useForm, useTypeOf } from '../FormContext';
import { outputsOf, type Output } from '../logic/outputs';
import { referenceTo } from '../logic/references';
import { Part } from './Part';

/** What the node leaves for others. A name copies its reference. */
export function Outputs() {
  const { t } = useTranslation('flowForms');
  const { data, nodeId } = useForm();
  const outputs = outputsOf(data, useTypeOf());
  if (outputs.length === 0) return null;
  return (
    <Part title={t('outputs')}>
      <ul className="md-nf-outputs">{outputs.map((output) => <OutputLine key={output.name} output={output} source={[nodeId]} />)}</ul>
    </Part>
  );
}

function OutputLine({ output: { name, type, children }, source }: { output: Output; source: readonly string[] }) {
  const { t } = useTranslation('flowForms');
  const selector = [...source, name];
  const copy = async () => {
    const reference = referenceTo(selector);
    toast(await copyText(reference) ? t('outputs.copied', { reference }) : t('common:copy.by_hand'));
  };
  return (
    <li>
      <button type="button" className="md-link md-mono" title={t('outputs.copy')} onClick={copy}>{name}</button>
      <span className="md-meta md-mono">{type}</span>
      {children && children.length > 0 && (
        <ul>{children.map((child) => <OutputLine key={child.name} output={child} source={selector} />)}</ul>
      )}
    </li>
  );
}

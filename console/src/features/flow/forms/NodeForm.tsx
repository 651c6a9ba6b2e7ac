import { ConfigProvider } from 'antd';
import { Suspense, type ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import { Loading } from '../../../ui/faces/Loading';
import type { NodeFormProps } from '../model/graph';
import { FormContext } from './FormContext';
import { typeName } from './nodeTypes';
import { Failure } from './parts/Failure';
import { NodeHead } from './parts/NodeHead';
import { Outputs } from './parts/Outputs';
import { typeForms, UnknownForm } from './typeForms';
import type { LastValues } from './VariableTree';
import './parts/picker.css';
import './parts/text.css';
import './forms.css';

export interface FormProps extends NodeFormProps {
  /** What variables held in the last run, by `node.variable`; shown where one is chosen. */
  lastValues?: LastValues;
  /** Stands below the title: what is known of the node beside its settings. */
  state?: ReactNode;
}

/** The settings of a node: what all have, and the form of its type. Stands in a panel of 300 px or more. */
export function NodeForm(props: FormProps) {
  // Both files at once, before anything is drawn.
  useTranslation(['flowForms', 'flowNodes']);
  const { data, isReadOnly } = props;
  const Body = typeForms[typeName(data)] ?? UnknownForm;
  return (
    <FormContext value={props}>
      <ConfigProvider componentDisabled={isReadOnly}>
        {/* Of another node nothing may stay: neither what was typed nor what was unfolded. */}
        <fieldset key={props.nodeId} className="md-nf" disabled={isReadOnly}>
          <NodeHead />
          {props.state}
          <Suspense fallback={<Loading />}><Body {...props} /></Suspense>
          <Failure />
          <Outputs />
        </fieldset>
      </ConfigProvider>
    </FormContext>
  );
}
